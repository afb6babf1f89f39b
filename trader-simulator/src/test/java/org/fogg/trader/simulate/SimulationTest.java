package org.fogg.trader.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private static final Atlas ATLAS = AtlasFile.builtIn();
    private static final SimulationSettings HOUR =
            SimulationSettings.defaults(ATLAS).withRounds(3_600);
    private static final SimulationSettings SHORT =
            SimulationSettings.defaults(ATLAS).withRounds(300);
    private static final Map<SimulationSettings, SimulationResult> RESULTS = new HashMap<>();

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldGiveTheSameResultTwiceWhenTheSeedIsTheSame(Placement placement) {
        SimulationSettings settings = SHORT.with(Trips.FOGG, placement);

        assertThat(runAnew(settings)).isEqualTo(runAnew(settings));
    }

    @Test
    void shouldGiveAnotherResultWhenTheSeedIsAnother() {
        assertThat(run(seeded(SHORT, 2)).stateHash()).isNotEqualTo(run(SHORT).stateHash());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldComeNearToThePrototypeInEverySeed(long seed) {
        SimulationResult result = run(seeded(HOUR, seed));
        TypeResult market = result.of(OrderKind.MARKET);

        assertThat(market.latency().mean()).isBetween(500.0, 900.0);
        assertThat(market.latency().max()).isLessThan(1_200);
        assertThat(market.lossPercent()).isCloseTo(0.7, within(0.15));
        for (OrderKind kind : List.of(OrderKind.LIMIT, OrderKind.STOP)) {
            TypeResult resting = result.of(kind);
            assertThat(resting.latency().mean()).isLessThan(100);
            assertThat(resting.latency().max()).isLessThan(200);
            assertThat(Math.abs(resting.lossPercent())).isCloseTo(0.1, within(0.04));
            assertThat(resting.lossPercent() * 5).isLessThan(market.lossPercent());
        }
    }

    @Test
    void shouldPlaceAThirdOfEachTypeAndOneOrderInAHundredRounds() {
        SimulationResult result = run(HOUR);
        long limits = result.of(OrderKind.LIMIT).orders();
        long stops = result.of(OrderKind.STOP).orders();
        long markets =
                result.of(OrderKind.MARKET).orders() + result.of(OrderKind.MARKET_HOME).orders();

        assertThat(limits + stops + markets).isBetween(34_000L, 37_000L);
        assertThat(limits).isCloseTo(markets, within(markets / 100));
        assertThat(stops).isCloseTo(markets, within(markets / 100));
        assertThat(result.trades()).isGreaterThan((limits + stops + markets) * 9 / 10);
    }

    @Test
    void shouldBeFasterWithFoggsTripsAndSlowerWithOrdersHeldFarAway() {
        SimulationResult prototype = run(SHORT);
        SimulationResult fogg = run(SHORT.with(Trips.FOGG, Placement.LOCAL));
        SimulationResult home = run(SHORT.with(Trips.FOGG, Placement.HOME));

        assertThat(mean(fogg, OrderKind.MARKET)).isLessThan(mean(prototype, OrderKind.MARKET) / 2);
        assertThat(mean(fogg, OrderKind.STOP)).isLessThan(mean(prototype, OrderKind.STOP) / 2);
        assertThat(mean(home, OrderKind.STOP)).isGreaterThan(mean(fogg, OrderKind.STOP) * 5);
    }

    @Test
    void shouldGrowInProportionToRoundsAndTraders() {
        SimulationResult once = run(SHORT);
        SimulationResult longer = run(SHORT.withRounds(600));
        SimulationResult more = run(traders(SHORT, 2_000));

        assertThat(longer.ticks()).isCloseTo(2 * once.ticks(), within(2L));
        assertThat(longer.messages()).isCloseTo(2 * once.messages(), within(once.messages() / 20));
        assertThat(more.ticks()).isEqualTo(once.ticks());
        long ofTraders = once.messages() - once.ticks();
        assertThat(more.messages() - more.ticks()).isCloseTo(2 * ofTraders, within(ofTraders / 10));
    }

    @Test
    void shouldTellHowFarItIs() {
        List<String> lines = new ArrayList<>();

        Simulation.run(SHORT.withRounds(20), ATLAS, lines::add);

        assertThat(lines)
                .hasSize(10)
                .startsWith("simulated 2 of 20 s (10%)")
                .endsWith("simulated 20 of 20 s (100%)");
    }

    @Test
    void shouldListCopiesWhenMoreStocksAreWantedThanThereAre() {
        SimulationSettings settings = SmallWorld.settings(Trips.FOGG, Placement.LOCAL);
        Layout layout =
                new Layout(
                        SmallWorld.ATLAS,
                        new SimulationSettings(
                                settings.georegions(), 1, 4, 1, Placement.LOCAL, Trips.FOGG, 1, 1));

        assertThat(layout.stocks())
                .extracting(each -> each.listing().symbol())
                .containsExactly("N", "F", "N-2", "F-2");
        assertThat(layout.stocks())
                .extracting(Layout.ListedStock::id)
                .containsExactly(10_001, 20_001, 10_002, 20_002);
    }

    @Test
    void shouldRefuseAGeoregionThatIsNotInTheWorld() {
        SimulationSettings settings =
                new SimulationSettings(List.of("mars"), 1, 1, 1, Placement.LOCAL, Trips.FOGG, 1, 1);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> run(settings))
                .withMessageStartingWith("--georegions: there is no georegion mars");
    }

    @Test
    void shouldHaveTheFieldsThatProgramsRead() {
        String json = run(SHORT).toJson(1.5).toString();

        assertThat(json)
                .startsWith("{\"georegions\":8,\"traders\":1000,")
                .contains("\"rounds\":300,\"seed\":1,\"placement\":\"local\"")
                .contains("\"trips\":\"prototype\"")
                .contains("\"wall_seconds\":1.5")
                .contains("\"trades\":{\"count\":")
                .contains("\"by_type\":{\"market\":{\"orders\":")
                .contains("\"latency_ms\":{\"mean\":")
                .contains("\"loss_percent\":")
                .containsPattern("\"loss_per_20000\":\"-?[0-9]+\\.[0-9]{2}\"")
                .containsPattern("\"state_hash\":\"[0-9a-f]{16}\"");
    }

    /** The same settings have the same result, as the first test shows: one run will do. */
    private static SimulationResult run(SimulationSettings settings) {
        return RESULTS.computeIfAbsent(settings, SimulationTest::runAnew);
    }

    private static SimulationResult runAnew(SimulationSettings settings) {
        return Simulation.run(settings, ATLAS, line -> {});
    }

    private static double mean(SimulationResult result, OrderKind kind) {
        return result.of(kind).latency().mean();
    }

    private static SimulationSettings seeded(SimulationSettings of, long seed) {
        return new SimulationSettings(
                of.georegions(),
                of.traders(),
                of.stocks(),
                of.rounds(),
                of.placement(),
                of.trips(),
                of.volatility(),
                seed);
    }

    private static SimulationSettings traders(SimulationSettings of, int number) {
        return new SimulationSettings(
                of.georegions(),
                number,
                of.stocks(),
                of.rounds(),
                of.placement(),
                of.trips(),
                of.volatility(),
                of.seed());
    }
}
