package org.fogg.trader.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.fogg.trader.bench.BenchResult.MaxRate;
import org.fogg.trader.bench.BenchResult.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaxRateSearchTest {

    private static MaxRate search(int first, int highest) throws InterruptedException {
        return MaxRateSearch.search(first, rate -> new Step(rate, 1_000L, 1.0, rate <= highest));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 100, 199, 777, 3_000, 20_000})
    void shouldFindTheHighestRateThatHoldsWithinATenth(int highest) throws InterruptedException {
        MaxRate found = search(200, highest);

        assertThat(found.ratePerS()).isBetween(highest * 10 / 11 - 1, highest);
        assertThat(found.steps()).hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void shouldSayZeroWhenNoRateHolds() throws InterruptedException {
        assertThat(search(200, 0).ratePerS()).isZero();
    }

    @Test
    void shouldBeginAtTheGivenRateAndDouble() throws InterruptedException {
        assertThat(search(200, 1_000).steps())
                .extracting(Step::ratePerS)
                .startsWith(200, 400, 800, 1_600, 1_200, 1_000);
    }
}
