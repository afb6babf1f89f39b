package org.fogg.trader.bench;

/** Whether a world answers as fast as it is asked, so that measuring it tells something. */
final class SteadyState {

    private static final long SECOND = 1_000_000_000;

    private SteadyState() {}

    /**
     * True if no more is under way than was sent within a second. By Little's law (L = λW) an
     * operation then takes a second at most in the mean; of a world that falls behind, ever more is
     * under way.
     *
     * @param underWay operations without an answer
     * @param sent operations of the time before, 0 or more
     * @param nanos that time, above 0
     */
    static boolean isReached(int underWay, long sent, long nanos) {
        return (double) underWay * nanos <= (double) sent * SECOND;
    }
}
