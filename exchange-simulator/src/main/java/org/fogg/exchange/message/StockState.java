package org.fogg.exchange.message;

/**
 * Where a stock's ticks go on after a restart.
 *
 * @param price in 1/10,000
 * @param sequenceLimit no tick published so far has a sequence above it
 * @param at nanoseconds since the Unix epoch
 */
public record StockState(int stockId, String symbol, long price, long sequenceLimit, long at)
        implements JournalRecord {}
