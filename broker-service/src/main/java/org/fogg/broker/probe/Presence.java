package org.fogg.broker.probe;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether one part is there. A part that misses one probe may have been slow, by a pause of its own
 * or of this process, and what is asked of it has a time limit anyway; one that misses two in a row
 * is away, and so is one that refuses connections. Thread-safe.
 */
public final class Presence {

    private static final int MOST_MISSED = 2;

    private final AtomicInteger missed = new AtomicInteger();

    /** It answered a probe in time, so it is there. */
    public void answered() {
        missed.set(0);
    }

    /** It did not answer a probe in time. */
    public void missed() {
        missed.updateAndGet(before -> Math.min(MOST_MISSED, before + 1));
    }

    /** It cannot be there: nothing takes its connections. */
    public void refused() {
        missed.set(MOST_MISSED);
    }

    /** Whether it is there as far as is known; so is one that was never asked. */
    public boolean isThere() {
        return missed.get() < MOST_MISSED;
    }
}
