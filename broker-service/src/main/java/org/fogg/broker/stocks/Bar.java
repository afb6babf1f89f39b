package org.fogg.broker.stocks;

/**
 * Prices of one stretch of time, in 1/10,000.
 *
 * @param start when it begins, in seconds since the Unix epoch
 * @param ticks price changes in it
 */
public record Bar(long start, long open, long high, long low, long close, long ticks) {}
