package org.fogg.broker.market;

/**
 * Statistics of one stock as of its last tick. Prices in 1/10,000.
 *
 * @param at publish time of the last tick, nanoseconds since the Unix epoch
 * @param open first price seen today (UTC) or since start
 * @param high highest since {@code open}
 * @param low lowest since {@code open}
 * @param change last minus open
 * @param changeBasisPoints change in basis points of open
 * @param trend consecutive ticks in one direction: positive up, negative down
 * @param simpleAverage moving average of the latest ticks
 * @param exponentialAverage exponentially weighted moving average
 * @param volatilityBasisPoints standard deviation of the latest returns from tick to tick
 * @param ticks how many ticks the figures rest on
 */
public record StockFigures(
        int stockId,
        long sequence,
        long at,
        long last,
        long open,
        long high,
        long low,
        long change,
        long changeBasisPoints,
        int trend,
        long simpleAverage,
        long exponentialAverage,
        long volatilityBasisPoints,
        long ticks) {}
