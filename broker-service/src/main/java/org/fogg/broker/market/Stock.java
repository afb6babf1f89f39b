package org.fogg.broker.market;

/**
 * A stock listed in this georegion.
 *
 * @param id its number, the same for ever
 * @param symbol unique in the world
 * @param priceIncrement in 1/10,000, above 0
 * @param volatility yearly, in basis points
 */
public record Stock(
        int id,
        String symbol,
        String name,
        Exchange exchange,
        long priceIncrement,
        int volatility) {}
