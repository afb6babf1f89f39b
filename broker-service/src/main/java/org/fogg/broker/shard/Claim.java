package org.fogg.broker.shard;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One period in which this instance has a shard, as far as it knows. Ends for good, at once, when
 * the shard turns out to be another's. Thread-safe.
 */
final class Claim {

    private final int shard;
    private final int term;
    private final AtomicBoolean valid = new AtomicBoolean(true);

    Claim(int shard, int term) {
        this.shard = shard;
        this.term = term;
    }

    int shard() {
        return shard;
    }

    /** The term whose home this data centre is meanwhile. */
    int term() {
        return term;
    }

    /** Whether anything may still be written or sent for the shard. */
    boolean isValid() {
        return valid.get();
    }

    /**
     * Ends the period.
     *
     * @return whether this call ended it
     */
    boolean end() {
        return valid.compareAndSet(true, false);
    }
}
