package org.fogg.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveTradesTest {

    private final LiveTrades trades = new LiveTrades();

    @Test
    void shouldGiveWhatAWatcherHasNotSeen() {
        add(3);

        assertThat(numbers(1, 100)).containsExactly(2L, 3L);
        assertThat(numbers(3, 100)).isEmpty();
    }

    @Test
    void shouldGiveTheNewestWhenThereAreTooMany() {
        add(10);

        assertThat(numbers(0, 2)).containsExactly(9L, 10L);
    }

    @Test
    void shouldKeepABoundedNumber() {
        add(LiveTrades.CAPACITY + 5);

        assertThat(numbers(0, 10_000)).hasSize(LiveTrades.CAPACITY).startsWith(6L);
    }

    @Test
    void shouldStartAgainWhenTheWatcherKnowsAnEarlierRun() {
        add(2);

        assertThat(numbers(500, 100)).containsExactly(1L, 2L);
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            trades.add(Map.of("symbol", "VOD"));
        }
    }

    private List<Long> numbers(long after, int most) {
        return trades.after(after, most).trades().stream().map(LiveTrade::number).toList();
    }
}
