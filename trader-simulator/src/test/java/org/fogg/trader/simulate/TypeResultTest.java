package org.fogg.trader.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;

class TypeResultTest {

    @Test
    void shouldGiveTheLossInPercentAndForAnOrderOf20000() {
        TypeResult result =
                new TypeResult(
                        1,
                        0,
                        1,
                        0,
                        1_000_000_000,
                        7_000_000,
                        new TypeResult.Latency(1, 1, 1, 1),
                        List.of());

        assertThat(result.lossPercent()).isEqualTo(0.7);
        assertThat(result.lossPer20000()).isEqualTo("140.00");
    }

    @Test
    void shouldCountWhatMovedAgainstTheTraderAndNetWhatMovedInFavour() {
        Tally tally = new Tally();
        tally.traded(trade(Side.BUY, 100, 103, 10));
        tally.traded(trade(Side.SELL, 100, 99, 10));
        tally.traded(trade(Side.BUY, 100, 98, 10));

        TypeResult result = tally.result();

        assertThat(result.loss()).isEqualTo(30 + 10 - 20);
        assertThat(result.value()).isEqualTo(3_000);
        assertThat(result.latency().mean()).isEqualTo(2);
        assertThat(result.latency().p99()).isEqualTo(2);
        assertThat(result.curve()).hasSize(101);
    }

    @Test
    void shouldBeNothingWithoutTrades() {
        TypeResult result = new Tally().result();

        assertThat(result.lossPercent()).isZero();
        assertThat(result.lossPer20000()).isEqualTo("0.00");
        assertThat(result.latency()).isEqualTo(new TypeResult.Latency(0, 0, 0, 0));
        assertThat(result.curve()).isEmpty();
    }

    private static SimulatedTrade trade(Side side, long decided, long price, long quantity) {
        return new SimulatedTrade(
                OrderKind.MARKET, 0, side, false, 2_000_000, decided, price, quantity);
    }
}
