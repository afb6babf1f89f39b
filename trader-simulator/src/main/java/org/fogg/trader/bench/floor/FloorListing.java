package org.fogg.trader.bench.floor;

import java.net.URI;

/**
 * A stock at its exchange.
 *
 * @param exchange base address
 * @param price last known, in 1/10,000
 */
public record FloorListing(URI exchange, int stockId, long price) {}
