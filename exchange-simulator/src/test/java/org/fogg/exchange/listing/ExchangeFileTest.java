package org.fogg.exchange.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeFileTest {

    private static final String GOOD =
            """
            exchanges:
              - id: 7
                code: XNYS
                name: New York Stock Exchange
                georegion: north-america
                city: New York
                latitude: 40.706900
                longitude: -74.0113
                time_zone: America/New_York
                stocks:
                  - {symbol: IBM, name: "IBM", price: 250.15, volatility: 24.5}
                  - symbol: BRK.A
                    name: Berkshire Hathaway
                    price: 700000
                    volatility: 18
                    increment: 0.05
            """;

    @Test
    void shouldReadExchangesAndStocks() throws Exception {
        assertThat(read(GOOD))
                .containsExactly(
                        new ExchangeListing(
                                7,
                                "XNYS",
                                "New York Stock Exchange",
                                "north-america",
                                "New York",
                                40_706_900,
                                -74_011_300,
                                ZoneId.of("America/New_York"),
                                List.of(
                                        new StockListing("IBM", "IBM", 2_501_500, 100, 2_450),
                                        new StockListing(
                                                "BRK.A",
                                                "Berkshire Hathaway",
                                                7_000_000_000L,
                                                500,
                                                1_800))));
    }

    @Test
    void shouldReadTheBuiltInFile() throws Exception {
        try (InputStreamReader content =
                new InputStreamReader(
                        Objects.requireNonNull(getClass().getResourceAsStream("/exchanges.yaml")),
                        StandardCharsets.UTF_8)) {
            List<ExchangeListing> exchanges = ExchangeFile.read("exchanges.yaml", content);

            assertThat(exchanges)
                    .extracting(ExchangeListing::code)
                    .containsExactly("XLON", "XFRA", "XPAR");
            assertThat(exchanges).allMatch(each -> each.stocks().size() == 20);
            assertThat(exchanges).extracting(ExchangeListing::georegion).containsOnly("europe");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: 7 | id: 0 | line 2: id must be from 1 to 200000",
                "id: 7 | id: x | line 2: id must be a decimal number",
                "id: 7 | ix: 7 | line 2: ix is no field here",
                "code: XNYS | code: xnys | line 3: code must be 1 to 12 of A-Z and 0-9",
                "code: XNYS | id: 8 | line 3: id is given twice",
                "city: New York | city: '' | line 6: city must not be empty",
                "city: New York | city: [a] | line 6: city must be a single value",
                "georegion: north-america | georegion: North | line 5: georegion must be lower-case",
                "latitude: 40.706900 | latitude: 90.1 | line 7: latitude must be from -90 to 90",
                "latitude: 40.706900 | latitude: 1.1234567 | line 7: latitude must have at most 6",
                "America/New_York | Mars/Olympus | line 9: time_zone must be like Europe/London",
                "symbol: BRK.A | symbol: brk | line 12: symbol must be 1 to 24 of",
                "symbol: BRK.A | symbol: IBM | line 12: symbol IBM is listed above",
                "price: 250.15 | price: 0 | line 11: price must be above 0",
                "price: 250.15 | price: 250.155 | line 11: price must be above 0 and a multiple",
                "price: 250.15 | prize: 1 | line 11: prize is no field here",
                "price: 250.15, | '' | line 11: price is missing",
                "volatility: 18 | volatility: 0 | line 15: volatility must be from 0.01 to 1000",
                "increment: 0.05 | increment: -1 | line 16: increment must be above 0",
                "stocks: | stocks: none | line 11: ",
            })
    void shouldNameLineAndRuleOfAMistake(String good, String bad, String message) {
        assertThatExceptionOfType(ExchangeFileException.class)
                .isThrownBy(() -> read(GOOD.replace(good, bad)))
                .withMessageContaining("test.yaml " + message.strip());
    }

    @Test
    void shouldRefuseTheSameExchangeTwice() {
        String twice = GOOD + GOOD.substring(GOOD.indexOf('\n') + 1);

        assertThatExceptionOfType(ExchangeFileException.class)
                .isThrownBy(() -> read(twice))
                .withMessage("test.yaml line 17: id 7 is taken by an exchange above");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "exchanges:", "exchanges: []", "- a", "a: b", "exchanges: {"})
    void shouldRefuseAFileWithoutExchanges(String content) {
        assertThatExceptionOfType(ExchangeFileException.class)
                .isThrownBy(() -> read(content))
                .withMessageStartingWith("test.yaml");
    }

    private static List<ExchangeListing> read(String content) throws IOException {
        return ExchangeFile.read("test.yaml", new StringReader(content));
    }
}
