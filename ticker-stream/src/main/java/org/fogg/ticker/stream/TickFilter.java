package org.fogg.ticker.stream;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.collections.Long2LongHashMap;

/**
 * Drops ticks that come twice or late, and counts them. One thread decides; the counts may be read
 * from any.
 */
public final class TickFilter {

    private static final long NONE = Long.MIN_VALUE;

    private final Long2LongHashMap latest = new Long2LongHashMap(NONE);
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong late = new AtomicLong();

    /**
     * Whether a tick is news: its sequence is above all that were accepted of its stock. Accepts it
     * then.
     */
    public boolean accept(int stockId, long sequence) {
        long last = latest.get(stockId);
        if (sequence > last) {
            latest.put(stockId, sequence);
            return true;
        }
        AtomicLong counter = sequence == last ? duplicates : late;
        counter.setRelease(counter.getPlain() + 1);
        return false;
    }

    /** How many ticks were dropped because the one accepted last came again. */
    public long duplicates() {
        return duplicates.get();
    }

    /** How many ticks were dropped because a later one had been accepted. */
    public long late() {
        return late.get();
    }
}
