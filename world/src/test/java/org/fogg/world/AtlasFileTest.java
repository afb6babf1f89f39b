package org.fogg.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtlasFileTest {

    private static final String GOOD =
            """
            aws_regions:
              - name: aa-east-1
                city: Aton
                latitude: 10.5
                longitude: -20
                rtt_ms: {aa-east-1: 1, bb-west-1: 40, cc-far-1: 130.5}
              - name: bb-west-1
                city: Beton
                latitude: 11
                longitude: -21.25
                rtt_ms: {aa-east-1: 42, bb-west-1: 2, cc-far-1: 150}
              - name: cc-far-1
                city: Ceton
                latitude: 0
                longitude: 179
                rtt_ms: {aa-east-1: 131, bb-west-1: 151, cc-far-1: 3}
            georegions:
              - name: old-world
                title: Old World
                latitude: 10
                longitude: -20
                aws_regions: [aa-east-1, bb-west-1]
                traders_rtt_ms: {nearest: 5, farthest: 95.5}
              - name: new
                title: New
                latitude: 0
                longitude: 178
                aws_regions: [cc-far-1]
                no_pair: nothing else is near
                traders_rtt_ms: {nearest: 10, farthest: 20}
            exchanges:
              - id: 7
                code: XNYS
                name: New York Stock Exchange
                georegion: old-world
                city: New York
                latitude: 40.706900
                longitude: -74.0113
                time_zone: America/New_York
                rtt_ms: {aa-east-1: 3, bb-west-1: 41}
                stocks:
                  - {symbol: IBM, name: "IBM", price: 250.15, volatility: 24.5}
                  - symbol: BRK.A
                    name: Berkshire Hathaway
                    price: 700000
                    volatility: 18
                    increment: 0.05
            """;

    @TempDir Path folder;

    @Test
    void shouldReadExchangesAndStocks() {
        assertThat(read(GOOD).exchanges())
                .containsExactly(
                        new ExchangeListing(
                                7,
                                "XNYS",
                                "New York Stock Exchange",
                                "old-world",
                                "New York",
                                40_706_900,
                                -74_011_300,
                                ZoneId.of("America/New_York"),
                                Map.of("aa-east-1", 3_000L, "bb-west-1", 41_000L),
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
    void shouldReadGeoregionsWithTheirDataCentres() {
        Atlas atlas = read(GOOD);

        assertThat(atlas.georegions())
                .containsExactly(
                        new Georegion(
                                "old-world",
                                "Old World",
                                10_000_000,
                                -20_000_000,
                                List.of(
                                        new DataCentre(
                                                "old-world-aa-east-1", "old-world", "aa-east-1"),
                                        new DataCentre(
                                                "old-world-bb-west-1", "old-world", "bb-west-1")),
                                "",
                                5_000,
                                95_500),
                        new Georegion(
                                "new",
                                "New",
                                0,
                                178_000_000,
                                List.of(new DataCentre("new-cc-far-1", "new", "cc-far-1")),
                                "nothing else is near",
                                10_000,
                                20_000));
        assertThat(atlas.exchangesOf("new")).isEmpty();
        assertThat(atlas.hasGeoregion("mars")).isFalse();
    }

    @Test
    void shouldTellRoundTripsInTheirDirection() {
        Atlas atlas = read(GOOD);
        Georegion old = atlas.georegion("old-world");
        Georegion other = atlas.georegion("new");

        assertThat(atlas.rttMicros(old, other)).isEqualTo(130_500);
        assertThat(atlas.rttMicros(other, old)).isEqualTo(131_000);
        assertThat(atlas.rttMicros(old, old)).isEqualTo(1_000);
        assertThat(atlas.pairRttMicros(old)).isEqualTo(40_000);
        assertThat(atlas.pairRttMicros(other)).isEqualTo(3_000);
        assertThat(atlas.rttMicros(atlas.exchanges().get(0), old.replica())).isEqualTo(41_000);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> atlas.rttMicros(atlas.exchanges().get(0), other.home()))
                .withMessage("XNYS is not in the georegion of new-cc-far-1");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> atlas.georegion("mars"))
                .withMessage("There is no georegion mars");
    }

    @Test
    void shouldReadAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), GOOD + "nonsense: 1\n");

        assertThatExceptionOfType(AtlasException.class)
                .isThrownBy(() -> AtlasFile.read(file))
                .withMessageStartingWith(file + " line 48: nonsense is no field here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: bb-west-1 | name: Europe | line 7: name must be like eu-central-1",
                "name: bb-west-1 | name: aa-east-1 | line 7: name aa-east-1 is taken by an AWS",
                "latitude: 10.5 | latitude: high | line 4: latitude must be a decimal number",
                "longitude: -21.25 | longitude: -180.1 | line 10: longitude must be from -180",
                "bb-west-1: 40, | '' | line 6: bb-west-1 is missing",
                "bb-west-1: 40 | bb-west-1: -40 | line 6: bb-west-1 must be from 0 to 10000 ms",
                "bb-west-1: 40 | bb-west-1: 40.0001 | line 6: bb-west-1 must have at most 3",
                "bb-west-1: 40 | bb-west-1: 40, eu-x-1: 3 | line 6: eu-x-1 is no field here",
                "bb-west-1: 40 | bb-west-1: [40] | line 6: bb-west-1 must be a single value",
                "name: old-world | name: Old | line 18: name must be lower-case words",
                "name: old-world | name: new | line 24: name new is taken by a georegion above",
                "[cc-far-1] | [eu-x-1] | line 28: aws_regions has eu-x-1, which is no AWS region",
                "[cc-far-1] | [] | line 28: aws_regions must be one region, or two that differ",
                "[cc-far-1] | [cc-far-1, cc-far-1] | line 28: aws_regions must be one region, or",
                "[cc-far-1] | [cc-far-1, aa-east-1] | line 28: aws_regions must be at most 100 ms",
                "[cc-far-1] | cc-far-1 | line 28: aws_regions must be a list",
                "[cc-far-1] | [{}] | line 28: each of aws_regions must be a single value",
                "no_pair: nothing else is near | '' | line 24: no_pair is missing",
                "title: Old World | '' | line 18: title is missing",
                "farthest: 95.5 | farthest: 100.1 | line 23: farthest must be from nearest to 100",
                "farthest: 95.5 | farthest: 4 | line 23: farthest must be from nearest to 100 ms",
                "{nearest: 10, farthest: 20} | 10 | line 30: traders_rtt_ms must be a mapping",
                "nearest: 10, | '' | line 30: nearest is missing",
            })
    void shouldNameLineAndRuleOfAMistakeInAPlace(String good, String bad, String message) {
        assertThatExceptionOfType(AtlasException.class)
                .isThrownBy(() -> read(GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .withMessageContaining("test.yaml " + message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: 7 | id: 0 | line 32: id must be from 1 to 200000",
                "id: 7 | id: x | line 32: id must be a decimal number",
                "id: 7 | ix: 7 | line 32: ix is no field here",
                "code: XNYS | code: xnys | line 33: code must be 1 to 12 of A-Z and 0-9",
                "code: XNYS | id: 8 | line 33: id is given twice",
                "city: New York | city: '' | line 36: city must not be empty",
                "city: New York | city: [a] | line 36: city must be a single value",
                "georegion: old-world | georegion: mars | line 35: georegion mars is no georegion",
                "latitude: 40.706900 | latitude: 90.1 | line 37: latitude must be from -90 to 90",
                "latitude: 40.706900 | latitude: 1.1234567 | line 37: latitude must have at most 6",
                "America/New_York | Mars/Olympus | line 39: time_zone must be like Europe/London",
                "{aa-east-1: 3, bb-west-1: 41} | {aa-east-1: 3} | line 40: bb-west-1 is missing",
                "aa-east-1: 3, | aa-east-1: 3, cc-far-1: 9, | line 40: cc-far-1 is no field here",
                "aa-east-1: 3, | aa-east-1: fast, | line 40: aa-east-1 must be a decimal number",
                "symbol: BRK.A | symbol: brk | line 43: symbol must be 1 to 24 of",
                "symbol: BRK.A | symbol: IBM | line 43: symbol IBM is listed above",
                "price: 250.15 | price: 0 | line 42: price must be above 0",
                "price: 250.15 | price: 250.155 | line 42: price must be above 0 and a multiple",
                "price: 250.15 | prize: 1 | line 42: prize is no field here",
                "price: 250.15, | '' | line 42: price is missing",
                "volatility: 18 | volatility: 0 | line 46: volatility must be from 0.01 to 1000",
                "increment: 0.05 | increment: -1 | line 47: increment must be above 0",
            })
    void shouldNameLineAndRuleOfAMistakeInAnExchange(String good, String bad, String message) {
        assertThatExceptionOfType(AtlasException.class)
                .isThrownBy(() -> read(GOOD.replace(good, bad)))
                .withMessageContaining("test.yaml " + message.strip());
    }

    @Test
    void shouldRefuseAnExcuseWhereThereIsAPair() {
        String excused = GOOD.replace("title: Old World", "title: Old World\n    no_pair: x");

        assertThatExceptionOfType(AtlasException.class)
                .isThrownBy(() -> read(excused))
                .withMessage(
                        "test.yaml line 20: no_pair is only for a georegion with one AWS region");
    }

    @Test
    void shouldRefuseTheSameExchangeTwice() {
        String twice = GOOD + GOOD.substring(GOOD.indexOf("  - id: 7"));

        assertThatExceptionOfType(AtlasException.class)
                .isThrownBy(() -> read(twice))
                .withMessage("test.yaml line 48: id 7 is taken by an exchange above");
    }

    @Test
    void shouldRefuseTheSameCodeTwice() {
        String twice = GOOD + GOOD.substring(GOOD.indexOf("  - id: 7")).replace("id: 7", "id: 8");

        assertThatExceptionOfType(AtlasException.class)
                .isThrownBy(() -> read(twice))
                .withMessage("test.yaml line 49: code XNYS is taken by an exchange above");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "exchanges:", "exchanges: []", "- a", "a: b", "exchanges: {", "\0"})
    void shouldRefuseWhatIsNoWorld(String content) {
        assertThatExceptionOfType(AtlasException.class)
                .isThrownBy(() -> read(content))
                .withMessageStartingWith("test.yaml");
    }

    private static Atlas read(String content) {
        return AtlasFile.read("test.yaml", new StringReader(content));
    }
}
