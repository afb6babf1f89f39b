package org.fogg.trader.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every latency and loss of the small world, added up by hand. */
class LatencyTest {

    private static final long MILLI = 1_000_000;

    /**
     * Prototype, local, market order from near to far: question 20 + 100 + 6; then 10 to the home
     * broker, 30 written, 50 across, 40 written, 3 to the exchange, 3 + 50 + 10 back: 322 ms. The
     * other way: 20 + 100 + 10; 10 + 40 + 50 + 30 + 5, 5 + 50 + 10: 330 ms. At home, near: 20 + 10;
     * 10 + 30 + 5, 5 + 10: 90 ms; far: 20 + 6; 10 + 40 + 3, 3 + 10: 92 ms.
     */
    @ParameterizedTest
    @CsvSource({
        "PROTOTYPE, LOCAL, MARKET, 0, 322",
        "PROTOTYPE, LOCAL, MARKET, 1, 330",
        "PROTOTYPE, LOCAL, MARKET_HOME, 0, 90",
        "PROTOTYPE, LOCAL, MARKET_HOME, 1, 92",
        // 20 + 100 + 6; 10, 30 written, 50 + 3 there, 3 + 50 + 10 back.
        "PROTOTYPE, HOME, MARKET, 0, 282",
        // 10, 2 journaled, 50 + 3 there, 3 back, 2 appended, 50 + 10 back.
        "FOGG, LOCAL, MARKET, 0, 130",
        "FOGG, LOCAL, MARKET, 1, 134",
        "FOGG, LOCAL, MARKET_HOME, 0, 32",
        // Both trips of the home are the owner's: 10, 53 there, 53 back, 2 appended, 10 back.
        "FOGG, HOME, MARKET, 0, 128",
    })
    void shouldTakeTheSumOfTheTripsOfAMarketOrder(
            Trips trips, Placement placement, OrderKind kind, int home, long millis) {
        Set<Long> latencies =
                SmallWorld.trades(SmallWorld.settings(trips, placement)).stream()
                        .filter(trade -> trade.kind() == kind && trade.home() == home)
                        .map(SimulatedTrade::latency)
                        .collect(Collectors.toSet());

        assertThat(latencies).containsExactly(millis * MILLI);
    }

    /**
     * Prototype, local: ticker 5, claim 30, order 5, report 5 near: 45 ms, and without the ticker
     * 40 where the condition was met at the order's arrival; far 3 + 40 + 3 + 3: 49, or 46.
     */
    @ParameterizedTest
    @CsvSource({
        "PROTOTYPE, LOCAL, '45, 49', '40, 46'",
        // 5 + 5 + 5 + 2 appended; 3 + 3 + 3 + 2.
        "FOGG, LOCAL, '17, 11', '12, 8'",
        // Held near: 45 and 53 + 30 + 53 + 53; held far: 49 and 55 + 40 + 55 + 55.
        "PROTOTYPE, HOME, '45, 49, 189, 205', '40, 46, 136, 150'",
        // The hub is near, the first of two that are equally far.
        "FOGG, HUB, '17, 161', '12, 108'",
    })
    void shouldTakeTheSumOfTheTripsOfAStopOrder(
            Trips trips, Placement placement, String byTick, String atOnce) {
        List<SimulatedTrade> stops =
                SmallWorld.trades(SmallWorld.settings(trips, placement)).stream()
                        .filter(trade -> trade.kind() == OrderKind.STOP)
                        .toList();

        assertThat(latencies(stops, false)).isEqualTo(millis(byTick));
        assertThat(millis(atOnce)).containsAll(latencies(stops, true));
    }

    /** From the decision to the exchange, in ticks of 20 ms, at a cent each. */
    @ParameterizedTest
    @CsvSource({
        // 126 + 10 + 30 + 50 + 40 + 3 = 259 ms; 130 + 10 + 40 + 50 + 30 + 5 = 265 ms.
        "PROTOTYPE, 0, 12, 13",
        "PROTOTYPE, 1, 13, 14",
        // 10 + 2 + 50 + 3 = 65 ms.
        "FOGG, 0, 3, 4",
        "FOGG, 1, 3, 4",
    })
    void shouldLoseWhatThePriceMovedUntilTheExchangeTrades(
            Trips trips, int home, long least, long most) {
        List<SimulatedTrade> buys =
                SmallWorld.trades(SmallWorld.settings(trips, Placement.LOCAL)).stream()
                        .filter(trade -> trade.kind() == OrderKind.MARKET)
                        .filter(trade -> trade.home() == home && trade.side() == Side.BUY)
                        .toList();

        assertThat(buys)
                .isNotEmpty()
                .allSatisfy(
                        trade ->
                                assertThat(trade.loss() / trade.quantity() / SmallWorld.STEP)
                                        .isBetween(least, most));
    }

    @Test
    void shouldLoseAtMostOneTickBetweenTheTriggerOfAStopAndItsTrade() {
        // Near 5 + 5 ms, far 3 + 3 ms from the tick to the exchange.
        List<SimulatedTrade> stops =
                SmallWorld.trades(SmallWorld.settings(Trips.FOGG, Placement.LOCAL)).stream()
                        .filter(trade -> trade.kind() == OrderKind.STOP && !trade.atOnce())
                        .toList();

        assertThat(stops)
                .isNotEmpty()
                .allSatisfy(
                        trade ->
                                assertThat(trade.loss())
                                        .isBetween(0L, trade.quantity() * SmallWorld.STEP));
    }

    @Test
    void shouldGainWhatASellerGetsWhenThePriceRises() {
        List<SimulatedTrade> sales =
                SmallWorld.trades(SmallWorld.settings(Trips.PROTOTYPE, Placement.LOCAL)).stream()
                        .filter(trade -> trade.side() == Side.SELL)
                        .toList();

        assertThat(sales)
                .isNotEmpty()
                .allMatch(trade -> trade.kind() == OrderKind.LIMIT)
                .allMatch(trade -> trade.loss() <= 0);
    }

    private static Set<Long> latencies(List<SimulatedTrade> trades, boolean atOnce) {
        return trades.stream()
                .filter(trade -> trade.atOnce() == atOnce)
                .map(SimulatedTrade::latency)
                .collect(Collectors.toSet());
    }

    private static Set<Long> millis(String list) {
        return java.util.Arrays.stream(list.split(", "))
                .map(each -> Long.parseLong(each) * MILLI)
                .collect(Collectors.toSet());
    }
}
