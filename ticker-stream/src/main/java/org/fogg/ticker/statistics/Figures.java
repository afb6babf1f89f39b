package org.fogg.ticker.statistics;

/**
 * A stock's statistics as of its last tick. Prices and averages in 1/10,000.
 *
 * @param at publish time of the last tick, nanoseconds since the Unix epoch
 * @param last its price
 * @param open first price of the day (UTC), or of what was seen of it
 * @param high highest price since {@code open}
 * @param low lowest price since {@code open}
 * @param change {@code last} minus {@code open}
 * @param changeBasisPoints change in basis points of {@code open}, rounded
 * @param trend how many times in a row the price has risen, or, negative, fallen; unchanged prices
 *     do not count
 * @param simpleAverage mean of the latest {@value StockStatistics#SIMPLE_TICKS} ticks
 * @param exponentialAverage exponentially weighted mean with the weight of {@value
 *     StockStatistics#EXPONENTIAL_TICKS} ticks
 * @param volatilityBasisPoints exponentially weighted deviation of the change from tick to tick
 * @param ticks how many ticks were seen in all
 */
public record Figures(
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
        double volatilityBasisPoints,
        long ticks) {}
