package org.fogg.ticker.stream;

import org.jspecify.annotations.Nullable;

/** Receives ticks from a {@link TickConsumer}, on the consumer's thread. */
public interface TickListener {

    /**
     * One tick, as it was published; it may come again, or late (see {@link TickFilter}).
     *
     * @param stockId which stock
     * @param sequence counts the stock's ticks; rises, not always by one
     * @param price in 1/10,000
     * @param publishedAt time at the exchange, nanoseconds since the Unix epoch
     * @param partition where it was read
     * @param offset its place there: the tick mark to go on from is one above it
     */
    void onTick(
            int stockId, long sequence, long price, long publishedAt, int partition, long offset);

    /** All ticks that had arrived together have been handed over. */
    default void onBatchEnd() {}

    /**
     * Ticks are missing: the topic no longer has what was to be read next. Reading goes on at the
     * next offset that there is.
     *
     * @param wanted the offset that was to be read
     * @param found the offset reading goes on with
     */
    default void onGap(int partition, long wanted, long found) {}

    /**
     * A record is no tick, and is not given to {@link #onTick}; reading goes on with the next.
     *
     * @param value as it was published
     * @param reason why it is none
     */
    default void onMalformed(int partition, long offset, byte @Nullable [] value, String reason) {}

    /** Reading has stopped for good: this listener or the consumer failed. */
    void onFailure(Exception cause);
}
