package org.fogg.core.engine;

import java.util.UUID;

/**
 * What an account holds of a stock as of one decision.
 *
 * @param quantity shares, 0 or more
 * @param cost what they cost, in 1/10,000; a sale takes its share of it, rounded down
 */
public record HoldingSnapshot(UUID traderId, int stockId, long quantity, long cost) {}
