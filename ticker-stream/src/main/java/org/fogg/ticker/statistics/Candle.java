package org.fogg.ticker.statistics;

/**
 * What a price did in one time bucket. Prices in 1/10,000.
 *
 * @param start when the bucket starts, nanoseconds since the Unix epoch
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param ticks number of ticks, at least 1
 */
public record Candle(long start, long open, long high, long low, long close, long ticks) {}
