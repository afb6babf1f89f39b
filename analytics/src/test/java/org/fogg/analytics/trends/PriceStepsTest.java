package org.fogg.analytics.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PriceStepsTest {

    @Test
    void shouldCompareTheLatestPriceWithTheFirstOverGaps() {
        PriceSteps steps = steps(null, 100.0, null, 110.0, null);

        assertThat(steps.momentum()).isCloseTo(10.0, offset(1e-9));
        assertThat(steps.last()).isEqualTo(110.0);
    }

    @Test
    void shouldTellNothingWhenThereIsTooLittle() {
        assertThat(steps().last()).isNull();
        assertThat(steps(100.0).momentum()).isNull();
        assertThat(steps(100.0, 101.0).volatility()).isNull();
    }

    @Test
    void shouldHaveNoVolatilityWhenThePriceRisesEvenly() {
        assertThat(steps(100.0, 110.0, 121.0).volatility()).isCloseTo(0.0, offset(1e-3));
    }

    /**
     * Changes of one per cent up and down each hour: one per cent times the root of 8,766 hours.
     */
    @Test
    void shouldScaleTheDeviationToAYear() {
        double up = 100 * Math.exp(0.01);

        assertThat(steps(100.0, up, 100.0, up, 100.0).volatility())
                .isCloseTo(Math.sqrt(8_766 * 4 / 3.0), offset(1e-6));
    }

    private static PriceSteps steps(Double... prices) {
        return new PriceSteps(Duration.ofHours(1), new ArrayList<>(Arrays.asList(prices)));
    }
}
