package org.fogg.trader.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlanTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1000, 1000",
        "5, 5, 1000, 1000",
        "8, 8, 1000, 1000",
        "60, 8, 7500, 2500",
        "80, 8, 10000, 3000",
        "600, 60, 10000, 3000",
        "3601, 361, 9975, 3000",
    })
    void shouldAlternateOftenAndInShortWindows(
            int seconds, int count, long loadMillis, long floorMillis) {
        WindowPlan plan = WindowPlan.of(seconds);

        assertThat(plan.count()).isEqualTo(count);
        assertThat(plan.loadNanos() / 1_000_000).isEqualTo(loadMillis);
        assertThat(plan.floorNanos() / 1_000_000).isEqualTo(floorMillis);
    }
}
