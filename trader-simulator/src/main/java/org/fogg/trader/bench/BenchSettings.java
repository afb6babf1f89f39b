package org.fogg.trader.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param seconds of load that is measured, 1 to 86,400; warm-up and floor come on top
 * @param ratePerS orders a second, 1 to 100,000; the mix's other operations come along
 * @param traders how many to create, 1 to 100,000
 * @param mix {@code thirds}, {@code stockonline} or a mix file
 * @param findMax whether to search the highest rate with tick-to-trade p99 of 20 ms or less
 * @param seed the same gives the same plan
 * @param hdrDirectory where to write raw histograms and the environment; null for nowhere
 * @param warmUpSeconds of load before what is measured, 1 to 600
 * @param cash of each trader, whole USD, 1,000 to 1,000,000,000
 */
public record BenchSettings(
        int seconds,
        int ratePerS,
        int traders,
        String mix,
        boolean findMax,
        long seed,
        @Nullable Path hdrDirectory,
        int warmUpSeconds,
        long cash) {

    /** The mix of a third each of market, limit and stop orders. */
    public static final String THIRDS = "thirds";

    /** The mix of CSIRO StockOnline. */
    public static final String STOCKONLINE = "stockonline";

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the option and its rule
     */
    public BenchSettings {
        check("--seconds", seconds, 1, 86_400);
        check("--rate", ratePerS, 1, 100_000);
        check("--traders", traders, 1, 100_000);
        check("--warm-up", warmUpSeconds, 1, 600);
        check("--cash", cash, 1_000, 1_000_000_000);
        if (mix.isBlank()) {
            throw new IllegalArgumentException(
                    "--mix must be thirds, stockonline or a file, not empty");
        }
    }

    /** A minute at 200 orders a second, by 100 traders, in thirds. */
    public static BenchSettings defaults() {
        return new BenchSettings(60, 200, 100, THIRDS, false, 1, null, 10, 100_000);
    }

    /** The same with this duration and rate. */
    public BenchSettings withLoad(int newSeconds, int newRatePerS) {
        return new BenchSettings(
                newSeconds,
                newRatePerS,
                traders,
                mix,
                findMax,
                seed,
                hdrDirectory,
                warmUpSeconds,
                cash);
    }

    private static void check(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    option + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
