package org.fogg.trader.bench.load;

/**
 * The client order ids of a run; they say whether an order is counted. Not thread-safe but for
 * {@link #isCounted}.
 */
final class ClientOrderIds {

    private final String counted;
    private final String uncounted;
    private long next;

    ClientOrderIds(String run) {
        this.counted = run + "-m";
        this.uncounted = run + "-w";
    }

    /** One that was not given before. */
    String next(boolean isCounted) {
        return (isCounted ? counted : uncounted) + next++;
    }

    /** Whether an id was given to a counted order of this run. */
    boolean isCounted(String id) {
        return id.startsWith(counted);
    }
}
