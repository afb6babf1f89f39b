package org.fogg.trader.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.fogg.trader.bench.load.EventLoop;
import org.fogg.trader.bench.load.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FloorTest {

    private static final long MILLI = 1_000_000;

    private final List<String> order = new ArrayList<>();
    private final Deque<Consumer<@Nullable Throwable>> underWay = new ArrayDeque<>();
    private long now = 1_000 * MILLI;
    private final EventLoop loop = new EventLoop(() -> now);
    private final Floor floor =
            new Floor(
                    loop,
                    new Times(() -> now, 0),
                    hop("ping"),
                    hop("produce"),
                    hop("execute"),
                    hop("append"));

    private Hop hop(String name) {
        return done -> {
            order.add(name);
            underWay.add(done);
        };
    }

    /** Ends the hop under way after so many milliseconds. */
    private void hopTakes(long millis) {
        now += millis * MILLI;
        underWay.remove().accept(null);
    }

    private long count(Probe probe) {
        return floor.latencies(probe).current().getTotalCount();
    }

    @Test
    void shouldMakeOneHopAfterTheOther() {
        floor.plan(now, true);
        loop.doWork();
        assertThat(order).containsExactly("produce");
        hopTakes(1);
        assertThat(order).containsExactly("produce", "execute");
        hopTakes(2);
        hopTakes(3);
        loop.doWork();

        assertThat(order).containsExactly("produce", "execute", "append");
        assertThat(count(Probe.TICK_TO_TRADE)).isEqualTo(1);
        assertThat(floor.latencies(Probe.TICK_TO_TRADE).current().getMaxValue())
                .isBetween(6 * MILLI - 10_000, 6 * MILLI + 10_000);
        assertThat(floor.underWay()).isZero();
    }

    @Test
    void shouldMeasureAMarketOrderFromItsPlannedTimeAndATriggerFromItsSending() {
        floor.plan(now, true);
        floor.plan(now, true);
        now += 4 * MILLI;
        loop.doWork();
        while (!underWay.isEmpty()) {
            underWay.remove().accept(null);
        }
        loop.doWork();

        assertThat(floor.latencies(Probe.TICK_TO_TRADE).current().getMaxValue()).isZero();
        assertThat(floor.latencies(Probe.MARKET_ORDER).current().getMaxValue())
                .isBetween(4 * MILLI - 10_000, 4 * MILLI + 10_000);
    }

    @Test
    void shouldTakeEveryKindInTurn() {
        for (int i = 0; i < 40; i++) {
            floor.plan(now, true);
        }
        now += 1_000 * MILLI;
        loop.doWork();
        while (!underWay.isEmpty()) {
            underWay.remove().accept(null);
        }
        loop.doWork();

        assertThat(count(Probe.TICK_TO_TRADE)).isEqualTo(22);
        assertThat(count(Probe.RESTING_ORDER)).isEqualTo(22);
        assertThat(count(Probe.MARKET_ORDER)).isEqualTo(10);
        assertThat(count(Probe.PRODUCE_CONSUME)).isEqualTo(2);
        assertThat(count(Probe.EXECUTE)).isEqualTo(2);
        assertThat(count(Probe.APPEND)).isEqualTo(2);
        assertThat(count(Probe.PING)).isEqualTo(2);
    }

    @Test
    void shouldDoTheBareWorkOfPlacingForEachOrderThatTriggers() {
        floor.plan(now, true);
        loop.doWork();
        hopTakes(1);
        hopTakes(1);
        hopTakes(1);
        now += 20 * MILLI;
        loop.doWork();
        hopTakes(1);
        hopTakes(2);
        hopTakes(3);
        loop.doWork();

        assertThat(order)
                .containsExactly("produce", "execute", "append", "ping", "produce", "append");
        assertThat(count(Probe.RESTING_ORDER)).isEqualTo(1);
        assertThat(count(Probe.TICK_TO_TRADE)).isEqualTo(1);
    }

    @Test
    void shouldNotMeasureWhatFails() {
        floor.plan(now, true);
        loop.doWork();
        underWay.remove().accept(new IllegalStateException("no broker"));
        loop.doWork();

        assertThat(floor.failed()).isEqualTo(1);
        assertThat(floor.recorded()).isZero();
        assertThat(order).containsExactly("produce");
        assertThat(floor.problems().most(1).get(0).what()).contains("no broker");
    }

    @Test
    void shouldNotCountTheWarmUp() {
        floor.plan(now, false);
        loop.doWork();
        hopTakes(1);
        hopTakes(1);
        hopTakes(1);
        loop.doWork();

        assertThat(count(Probe.TICK_TO_TRADE)).isZero();
    }
}
