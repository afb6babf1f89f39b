package org.fogg.benchmarks.book;

import org.fogg.core.trigger.Direction;

/** The prices orders rest at: falling ones below the middle, rising ones above. */
public final class Ladder {

    /** Prices on each side of a crowded ladder. */
    public static final int STEPS = 1_000;

    /** In 1/10,000. */
    static final long INCREMENT = 100;

    /** Higher than the deepest ladder of a benchmark, so that all prices are above 0. */
    private static final long MIDDLE = 100_000_000;

    /** Increments between the middle and the first order of each side. */
    private static final int GAP = 8;

    private Ladder() {}

    /**
     * A price on one side, in 1/10,000.
     *
     * @param step 0 is the one that triggers first
     */
    public static long price(Direction direction, int step) {
        long distance = (GAP + step) * INCREMENT;
        return direction == Direction.FALLING ? MIDDLE - distance : MIDDLE + distance;
    }

    /**
     * A price that triggers no order, in 1/10,000.
     *
     * @param dice any number
     */
    public static long idlePrice(int dice) {
        return MIDDLE + (Math.floorMod(dice, 2 * GAP - 1) - (GAP - 1)) * INCREMENT;
    }
}
