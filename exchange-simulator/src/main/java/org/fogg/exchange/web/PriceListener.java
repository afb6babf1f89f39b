package org.fogg.exchange.web;

import org.fogg.exchange.market.Market;

/** Is told of prices that were set by hand. */
@FunctionalInterface
public interface PriceListener {

    /**
     * A price was set and published.
     *
     * @param index the stock's place in the market's listing
     * @param price in 1/10,000
     */
    void priceSet(Market market, int index, long price);
}
