package org.fogg.ticker.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFileReaderTest {

    private static final long CENT = 100;
    private static final String DAILY = "date,open,high,low,close,adjclose,volume\n";
    private static final String TICKS = "time,symbol,price\n";

    @TempDir private Path folder;

    @Test
    void shouldReadLowBeforeHighWhenTheDayRose() throws Exception {
        PriceFile file = read(DAILY + "2020-01-02,10,13,9,12,12,1\n");

        assertThat(prices(file)).containsExactly(100_000, 90_000, 130_000, 120_000);
    }

    @Test
    void shouldReadHighBeforeLowWhenTheDayFell() throws Exception {
        PriceFile file = read(DAILY + "2020-01-02,12,13,9,10,10,1\n");

        assertThat(prices(file)).containsExactly(120_000, 130_000, 90_000, 100_000);
    }

    @Test
    void shouldNameTheStockAfterTheFile() throws Exception {
        Path file = write("sp500 daily_2000-2020 (all of it).csv", DAILY + "2020-01-02,1,1,1,1\n");

        assertThat(PriceFileReader.read(file, CENT).symbols())
                .containsExactly("SP500-DAILY-2000-2020-AL");
    }

    @Test
    void shouldReadManyStocksWhenRowsNameThem() throws Exception {
        PriceFile file =
                read(
                        TICKS
                                + "2020-01-02T09:30:00,msft,158.781\n"
                                + "2020-01-02T09:30:00Z,AAPL,74.06\n"
                                + "2020-01-02 09:30:01,MSFT,158.80\n"
                                + "2020-01-03T00:30:00+01:00,BRK.B,228.39\n");

        assertThat(file.symbols()).containsExactly("MSFT", "AAPL", "BRK.B");
        assertThat(prices(file)).containsExactly(1_587_800, 740_600, 1_588_000, 2_283_900);
        assertThat(file.moments()).isEqualTo(3);
        assertThat(file.opening(2)).isEqualTo(2_283_900);
    }

    @Test
    void shouldSortByTimeWhenRowsAreGroupedBySymbol() throws Exception {
        PriceFile file =
                read(
                        TICKS
                                + "2000-01-01,MSFT,39.81\n2000-02-01,MSFT,36.35\n"
                                + "2000-01-01,IBM,100.52\n2000-02-01,IBM,92.11\n"
                                + "2000-02-01,GOOG,102.37\n");

        assertThat(IntStream.range(0, file.size()).map(file::stock)).containsExactly(0, 1, 0, 1, 2);
        assertThat(prices(file)).containsExactly(398_100, 1_005_200, 363_500, 921_100, 1_023_700);
    }

    @Test
    void shouldFindTheColumnsWhenTheyStandElsewhere() throws Exception {
        PriceFile file =
                read("\uFEFFVolume, Close,LOW,high,\"Open\",Date\r\n7,12,9,13,10,2020-01-02\r\n");

        assertThat(prices(file)).containsExactly(100_000, 90_000, 130_000, 120_000);
    }

    @ParameterizedTest
    @CsvSource({"10.004,100000", "10.005,100100", "10.00499999999,100000", "0.005,100"})
    void shouldRoundToTheIncrement(String price, long expected) throws Exception {
        PriceFile file = read(TICKS + "2020-01-02,A," + price + "\n");

        assertThat(prices(file)).containsExactly(expected);
    }

    @Test
    void shouldEstimateTheVolatilityFromDailyCloses() throws Exception {
        StringBuilder rows = new StringBuilder(TICKS);
        for (int day = 1; day <= 28; day++) {
            rows.append("2021-02-%02d,A,%s%n".formatted(day, day % 2 == 0 ? "101" : "100"));
        }

        PriceFile file = read(rows.toString());

        // About 1% each of 365 days a year.
        assertThat(file.volatility(0)).isBetween(1_850, 1_950);
    }

    @Test
    void shouldAssumeAVolatilityWhenThereAreTooFewPrices() throws Exception {
        assertThat(read(TICKS + "2020-01-02,A,1\n").volatility(0)).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-13-01,10,13,9,12 | line 3: date must be like 2020-04-17",
                "01/02/2020,10,13,9,12 | line 3: date must be like 2020-04-17",
                "1492-10-12,10,13,9,12 | line 3: date must be like 2020-04-17",
                "2020-01-03,10,13,9 | line 3: close is missing",
                "2020-01-03,,13,9,12 | line 3: open is missing",
                "2020-01-03,null,13,9,12 | line 3: open must be a decimal number",
                "2020-01-03,-10,13,9,12 | line 3: open must be a decimal number",
                "2020-01-03,1e3,13,9,12 | line 3: open must be a decimal number",
                "2020-01-03,10,99999999999,9,12 | line 3: high must be a decimal number",
                "2020-01-03,0.001,13,0,12 | line 3: open must be above 0",
                "2020-01-03,10,13,11,12 | line 3: open and close must lie between low and high",
                "2020-01-03,10,11,9,12 | line 3: open and close must lie between low and high",
                "2020-01-02,10,13,9,12 | line 3: the date is on line 2 already",
            })
    void shouldRefuseABadDay(String row, String reason) throws Exception {
        Path file = write("prices.csv", DAILY + "2020-01-02,10,13,9,12\n" + row + "\n");

        assertRefused(file, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-02T25:00:00,A,1 | line 2: time must be like",
                "2020-01-02,A B,1 | line 2: symbol must be 1 to 24 of",
                "2020-01-02,ABCDEFGHIJKLMNOPQRSTUVWXYZ,1 | line 2: symbol must be 1 to 24 of",
                "2020-01-02,,1 | line 2: symbol is missing",
                "2020-01-02,A,0.004 | line 2: price must be above 0",
            })
    void shouldRefuseABadTick(String row, String reason) throws Exception {
        assertRefused(write("prices.csv", TICKS + row + "\n"), reason);
    }

    @Test
    void shouldNameTheLineOfTheFileWhenAFieldSpansLines() throws Exception {
        Path file = write("prices.csv", TICKS + "2020-01-02,A,1\n\n\"2020\n\",A,1\n");

        assertRefused(file, "line 4: time must be like");
    }

    @ParameterizedTest
    @ValueSource(strings = {"date,price\n", "a\n", "time,symbol\n2020-01-01,A\n"})
    void shouldRefuseAHeaderOfNeitherForm(String content) throws Exception {
        assertRefused(write("prices.csv", content), "line 1: must name the columns");
    }

    @Test
    void shouldRefuseAFileWithoutPrices() throws Exception {
        assertRefused(write("empty.csv", ""), "is empty");
        assertRefused(write("header.csv", DAILY), "line 1: no prices follow the header");
    }

    @Test
    void shouldRefuseAFileThatCannotBeRead() throws Exception {
        assertRefused(folder.resolve("none.csv"), "there is no such file");
        assertRefused(folder, "cannot be read");
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3, 0x28});
        assertRefused(binary, "");
    }

    @Test
    void shouldRefuseANameWithoutLetters() throws Exception {
        assertRefused(write("---.csv", DAILY + "2020-01-02,1,1,1,1\n"), "no letter or digit");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatExceptionOfType(PriceFileException.class)
                .isThrownBy(() -> PriceFileReader.read(file, CENT))
                .withMessageContaining(file.toString())
                .withMessageContaining(reason);
    }

    private PriceFile read(String content) throws Exception {
        return PriceFileReader.read(write("prices.csv", content), CENT);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static long[] prices(PriceFile file) {
        return IntStream.range(0, file.size()).mapToLong(file::price).toArray();
    }
}
