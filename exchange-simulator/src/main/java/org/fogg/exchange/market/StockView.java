package org.fogg.exchange.market;

import org.fogg.world.StockListing;

/**
 * A stock at one moment.
 *
 * @param id 0 until the journal has been read
 * @param price in 1/10,000; 0 before the first tick
 * @param sequence of the latest tick; 0 before the first
 */
public record StockView(StockListing listing, int id, long price, long sequence) {}
