package org.fogg.world;

/**
 * A stock as its exchange lists it.
 *
 * @param symbol unique in the world
 * @param openingPrice what it costs before the first tick ever, in 1/10,000, above 0
 * @param increment the step size of its price in 1/10,000, above 0
 * @param volatility yearly, in basis points
 */
public record StockListing(
        String symbol, String name, long openingPrice, long increment, int volatility) {}
