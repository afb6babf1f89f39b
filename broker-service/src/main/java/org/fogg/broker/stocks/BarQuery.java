package org.fogg.broker.stocks;

/**
 * Which bars to list.
 *
 * @param resolution length of a bar in seconds: 1, 60 or 3600
 * @param from start of the first bar listed, seconds since the Unix epoch
 * @param to start of the last bar listed, inclusive; before {@code from}: newest first
 * @param limit most to list, above 0
 */
public record BarQuery(String symbol, int resolution, long from, long to, int limit) {

    /** Whether the oldest comes first. */
    public boolean isAscending() {
        return from <= to;
    }

    /** Number of the partition that holds the bar of a time. */
    public long bucket(long seconds) {
        return Math.floorDiv(seconds, resolution * 3600L);
    }
}
