package org.fogg.trader.bench.load;

import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * Planned times at a constant rate: one in each slot of equal length, at a random place in it, so
 * that they fall in step with nothing.
 *
 * @param start first slot's beginning, in {@link System#nanoTime} terms
 * @param ratePerSecond above 0
 * @param nanos how long the schedule is
 * @param seed the same gives the same times
 */
public record Schedule(long start, int ratePerSecond, long nanos, long seed) {

    private static final double SECOND = 1e9;

    /** Gives each planned time, in order. */
    public void forEach(LongConsumer planned) {
        SplittableRandom random = new SplittableRandom(seed);
        long count = count();
        double slot = SECOND / ratePerSecond;
        for (long i = 0; i < count; i++) {
            planned.accept(start + (long) ((i + random.nextDouble()) * slot));
        }
    }

    /** How many planned times there are. */
    public long count() {
        return Math.round(nanos / SECOND * ratePerSecond);
    }

    /** When the schedule is over. */
    public long end() {
        return start + nanos;
    }
}
