package org.fogg.ticker.statistics;

/** How long the time bucket of a candle is, and how many a stock's statistics keep. */
public enum CandleSize {
    /** One second; five minutes are kept. */
    SECOND(1, 300),
    /** One minute; four hours are kept. */
    MINUTE(60, 240),
    /** One hour; two days are kept. */
    HOUR(3600, 48);

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int seconds;
    private final int kept;

    CandleSize(int seconds, int kept) {
        this.seconds = seconds;
        this.kept = kept;
    }

    /** Length in seconds. */
    public int seconds() {
        return seconds;
    }

    int kept() {
        return kept;
    }

    /**
     * The start of the bucket that a time falls in.
     *
     * @param at nanoseconds since the Unix epoch
     * @return nanoseconds since the Unix epoch, a multiple of this size
     */
    public long bucket(long at) {
        long nanos = seconds * NANOS_PER_SECOND;
        return Math.floorDiv(at, nanos) * nanos;
    }
}
