package org.fogg.trader.bench;

import java.util.ArrayList;
import java.util.List;
import org.fogg.trader.bench.BenchResult.MaxRate;
import org.fogg.trader.bench.BenchResult.Step;

/**
 * Searches the highest rate that holds: doubles or halves until one rate holds and the next does
 * not, then halves the gap until it is small.
 */
final class MaxRateSearch {

    /** What tick-to-trade p99 must stay within, in microseconds. */
    static final long P99_LIMIT_US = 20_000;

    private static final int LOWEST = 10;
    private static final int HIGHEST = 50_000;
    private static final int MOST_STEPS = 14;
    private static final double CLOSE_ENOUGH = 1.1;

    private MaxRateSearch() {}

    /** Tries a rate. */
    interface Trial {

        /** Puts this load on for a while and says how it went. */
        Step at(int ratePerS) throws InterruptedException;
    }

    /** The search, beginning at a rate. */
    static MaxRate search(int first, Trial trial) throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        int holds = 0;
        int fails = Integer.MAX_VALUE;
        int rate = Math.max(LOWEST, Math.min(first, HIGHEST));
        while (steps.size() < MOST_STEPS && rate >= LOWEST && rate <= HIGHEST) {
            Step step = trial.at(rate);
            steps.add(step);
            if (step.held()) {
                holds = rate;
            } else {
                fails = rate;
            }
            if (holds > 0 && fails <= holds * CLOSE_ENOUGH) {
                break;
            }
            rate = next(holds, fails);
        }
        return new MaxRate(holds, P99_LIMIT_US, steps);
    }

    private static int next(int holds, int fails) {
        if (holds == 0) {
            return fails / 2;
        }
        return fails == Integer.MAX_VALUE ? holds * 2 : holds + (fails - holds) / 2;
    }
}
