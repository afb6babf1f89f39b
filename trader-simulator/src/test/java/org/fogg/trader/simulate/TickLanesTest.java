package org.fogg.trader.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TickLanesTest {

    private record Arrival(long at, int lane, long sequence) {}

    @Test
    void shouldDeliverEveryTickOnEveryLaneInOrderOfArrival() {
        SplittableRandom random = new SplittableRandom(5);
        TickLanes lanes = new TickLanes(3);
        List<Arrival> arrived = new ArrayList<>();
        long[] delays = new long[9];
        for (int i = 0; i < delays.length; i++) {
            int lane = i;
            delays[i] = random.nextLong(2_000);
            lanes.add(
                    i % 3,
                    new TickLane(
                            delays[i],
                            (stock, sequence, price, publishedAt, now) ->
                                    arrived.add(new Arrival(now, lane, sequence))));
        }
        List<Arrival> expected = new ArrayList<>();
        long at = 0;
        for (int tick = 1; tick <= 10_000; tick++) {
            at += random.nextLong(10);
            while (lanes.nextAt() < at) {
                lanes.deliverNext();
            }
            int exchange = random.nextInt(3);
            lanes.publish(exchange, 0, tick, 1, at);
            for (int lane = exchange; lane < delays.length; lane += 3) {
                expected.add(new Arrival(at + delays[lane], lane, tick));
            }
        }
        while (lanes.nextAt() < Long.MAX_VALUE) {
            lanes.deliverNext();
        }

        expected.sort(
                Comparator.comparingLong(Arrival::at)
                        .thenComparingInt(Arrival::lane)
                        .thenComparingLong(Arrival::sequence));
        assertThat(arrived).isEqualTo(expected);
        assertThat(lanes.delivered()).isEqualTo(30_000);
    }
}
