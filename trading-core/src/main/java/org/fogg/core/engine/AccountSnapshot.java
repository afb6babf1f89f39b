package org.fogg.core.engine;

import java.util.UUID;

/**
 * An account as of one decision. Money in 1/10,000.
 *
 * @param cash all cash, the reserved part included
 * @param reserved what open buys hold back at their worst price
 * @param openOrders how many orders are open
 * @param halted whether the account's kill switch is on
 * @param createdAt nanoseconds since the Unix epoch
 */
public record AccountSnapshot(
        UUID traderId, long cash, long reserved, int openOrders, boolean halted, long createdAt) {}
