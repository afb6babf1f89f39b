package org.fogg.trader.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.trader.bench.mix.Operation;
import org.junit.jupiter.api.Test;

class TickToTradeTest {

    private final TickToTrade tickToTrade = new TickToTrade();

    private static OrderNews trade(long triggerTick, long triggeredAt, long durableAt) {
        return new OrderNews(
                EventKind.FILL,
                0,
                0,
                1,
                2,
                new UUID(0, 1),
                new UUID(0, 2),
                "SYM",
                Operation.LIMIT,
                1,
                1,
                100,
                triggerTick,
                triggeredAt,
                durableAt,
                "c");
    }

    @Test
    void shouldAlsoTellTheTimeWithoutTheDistance() {
        tickToTrade.begin(0, 2_000_000);

        tickToTrade.count(trade(5, 1_000_000, 1_700_000), 600_000);
        tickToTrade.end();

        assertThat(tickToTrade.latencies().total().getMaxValue()).isBetween(700_000L, 700_500L);
        assertThat(tickToTrade.withoutDistance().total().getMaxValue())
                .isBetween(100_000L, 100_500L);
    }

    @Test
    void shouldMeasureTradesTriggeredInTheWindowOnly() {
        tickToTrade.begin(1_000_000, 2_000_000);
        tickToTrade.count(trade(5, 999_999, 1_100_000), 0);
        tickToTrade.count(trade(5, 1_000_000, 1_500_000), 0);
        tickToTrade.count(trade(5, 1_999_999, 2_499_999), 0);
        tickToTrade.count(trade(5, 2_000_000, 2_100_000), 0);
        tickToTrade.count(trade(0, 0, 1_500_000), 0);
        tickToTrade.end();

        assertThat(tickToTrade.latencies().total().getTotalCount()).isEqualTo(2);
        assertThat(Latency.of(tickToTrade.latencies().total()))
                .isEqualTo(new Latency(500, 500, 500, 500, 500));
    }

    @Test
    void shouldCountATradeThatBecomesKnownAfterItsWindow() {
        tickToTrade.begin(1_000, 2_000);
        tickToTrade.end();
        tickToTrade.begin(9_000, 10_000);
        tickToTrade.count(trade(5, 1_500, 8_000_000), 0);
        tickToTrade.end();

        assertThat(tickToTrade.latencies().total().getTotalCount()).isEqualTo(1);
    }

    @Test
    void shouldKeepNothingOfADiscardedWindow() {
        tickToTrade.begin(0, 10);
        tickToTrade.count(trade(5, 1, 3), 0);

        assertThat(tickToTrade.discard().getTotalCount()).isEqualTo(1);
        tickToTrade.end();
        assertThat(tickToTrade.latencies().total().getTotalCount()).isZero();
    }
}
