package org.fogg.analytics.trends;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A price at equal steps of time; null where nobody traded.
 *
 * @param step the time from one to the next
 * @param prices oldest first
 */
record PriceSteps(Duration step, List<@Nullable Double> prices) {

    private static final double SECONDS_A_YEAR = 365.25 * 24 * 3600;
    private static final double PERCENT = 100;
    private static final double MILLIS = 1000;

    /** The latest price; null for none. */
    @Nullable Double last() {
        List<Double> known = known();
        return known.isEmpty() ? null : known.get(known.size() - 1);
    }

    /** By how many per cent the latest price is above the first; null for fewer than two. */
    @Nullable Double momentum() {
        List<Double> known = known();
        return known.size() < 2 ? null : (known.get(known.size() - 1) / known.get(0) - 1) * PERCENT;
    }

    /**
     * The standard deviation of the logarithmic change from step to step, scaled to a year of
     * trading around the clock, in per cent; null for fewer than three prices.
     */
    @Nullable Double volatility() {
        double sum = 0;
        double squares = 0;
        int changes = 0;
        Double before = null;
        for (Double price : prices) {
            if (price != null && before != null) {
                double change = Math.log(price / before);
                sum += change;
                squares += change * change;
                changes++;
            }
            before = price;
        }
        if (changes < 2) {
            return null;
        }
        double variance = Math.max(0, (squares - sum * sum / changes) / (changes - 1));
        double stepsAYear = SECONDS_A_YEAR / (step.toMillis() / MILLIS);
        return Math.sqrt(variance * stepsAYear) * PERCENT;
    }

    private List<Double> known() {
        return prices.stream().filter(Objects::nonNull).map(Double::valueOf).toList();
    }
}
