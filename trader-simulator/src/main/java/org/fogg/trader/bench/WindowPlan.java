package org.fogg.trader.bench;

/**
 * How a run alternates between windows of load and of floor: at least as often as makes their ratio
 * trustworthy, as far as the time allows, in windows of at most ten seconds, so that both see the
 * machine in the same state.
 *
 * @param count pairs of windows
 * @param loadNanos length of a window of load
 * @param floorNanos length of a window of floor
 */
record WindowPlan(int count, long loadNanos, long floorNanos) {

    private static final long SECOND = 1_000_000_000;
    private static final int ALTERNATIONS = 8;
    private static final int LONGEST_SECONDS = 10;
    private static final long SHORTEST_FLOOR = SECOND;
    private static final long LONGEST_FLOOR = 3 * SECOND;
    private static final int LOAD_PER_FLOOR = 3;

    /** Fewer alternations than this and a ratio may be chance. */
    static final int FEW = 7;

    /** The plan for so many seconds of load. */
    static WindowPlan of(int seconds) {
        int longEnough = Math.min(seconds, ALTERNATIONS);
        int shortEnough = (seconds + LONGEST_SECONDS - 1) / LONGEST_SECONDS;
        int count = Math.max(longEnough, shortEnough);
        long load = seconds * SECOND / count;
        long floor = Math.max(SHORTEST_FLOOR, Math.min(LONGEST_FLOOR, load / LOAD_PER_FLOOR));
        return new WindowPlan(count, load, floor);
    }
}
