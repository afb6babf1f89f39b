package org.fogg.ticker.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Gathers the ticks of one stock into candles of one size. Buckets without a tick have no candle.
 * Not thread-safe.
 */
public final class CandleBuilder {

    private final CandleSize size;
    private long start;
    private long open;
    private long high;
    private long low;
    private long close;
    private long ticks;

    /** Starts without a candle. */
    public CandleBuilder(CandleSize size) {
        this.size = size;
    }

    /**
     * Takes the next tick. One whose time is before the current bucket, as after a clock was set
     * back, still counts into it.
     *
     * @param price in 1/10,000
     * @param at nanoseconds since the Unix epoch
     * @return the candle that this tick ended, null when it did not end one
     */
    public @Nullable Candle onTick(long price, long at) {
        long bucket = size.bucket(at);
        if (ticks > 0 && bucket <= start) {
            high = Math.max(high, price);
            low = Math.min(low, price);
            close = price;
            ticks++;
            return null;
        }
        Candle ended = current();
        start = bucket;
        open = price;
        high = price;
        low = price;
        close = price;
        ticks = 1;
        return ended;
    }

    /** The candle so far; null before the first tick. */
    public @Nullable Candle current() {
        return ticks == 0 ? null : new Candle(start, open, high, low, close, ticks);
    }
}
