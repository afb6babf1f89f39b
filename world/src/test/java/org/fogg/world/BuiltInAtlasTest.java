package org.fogg.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltInAtlasTest {

    private final Atlas atlas = AtlasFile.builtIn();

    @Test
    void shouldHaveEightGeoregionsWithTheirPairs() {
        assertThat(atlas.georegions())
                .extracting(Georegion::name)
                .containsExactly(
                        "north-america",
                        "south-america",
                        "atlantic",
                        "europe",
                        "middle-east",
                        "central-asia",
                        "east-asia",
                        "australasia");
        assertThat(atlas.georegions())
                .filteredOn(each -> each.dataCentres().size() == 1)
                .extracting(Georegion::name)
                .containsExactly("south-america");
        assertThat(atlas.georegion("europe").home().name()).isEqualTo("europe-eu-central-1");
    }

    @Test
    void shouldKeepEveryPairWithin100Ms() {
        assertThat(atlas.georegions())
                .allMatch(each -> atlas.pairRttMicros(each) <= 100_000)
                .allMatch(each -> each.farthestTraderMicros() <= 100_000);
    }

    @Test
    void shouldListTwentyStocksOnEachOfTwentyExchanges() {
        assertThat(atlas.exchanges())
                .hasSize(20)
                .allMatch(each -> each.stocks().size() == 20)
                .extracting(ExchangeListing::code)
                .startsWith("XLON", "XFRA", "XPAR");
        assertThat(atlas.exchanges()).extracting(ExchangeListing::id).startsWith(1, 2, 3);
        assertThat(atlas.georegions()).allMatch(each -> !atlas.exchangesOf(each.name()).isEmpty());
    }

    @Test
    void shouldKnowTheMeasuredRoundTrips() {
        Georegion europe = atlas.georegion("europe");
        Georegion northAmerica = atlas.georegion("north-america");

        assertThat(atlas.rttMicros(northAmerica, europe)).isEqualTo(92_000);
        assertThat(atlas.rttMicros(europe, northAmerica)).isEqualTo(91_000);
        assertThat(atlas.pairRttMicros(europe)).isEqualTo(12_000);
    }
}
