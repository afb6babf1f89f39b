package org.fogg.audit.table;

import java.util.UUID;

/**
 * A row of the table orders or orders_by_trader.
 *
 * @param day of orders_by_trader's key; 0 in orders
 */
public record OrderRow(
        UUID orderId,
        UUID traderId,
        int day,
        String clientOrderId,
        int stockId,
        int side,
        int type,
        int timeInForce,
        long quantity,
        long limitPrice,
        long stopPrice,
        long expiresAt,
        int status,
        int reason,
        int orderVersion,
        long capPrice,
        long acceptedTick,
        long filledQuantity,
        long filledValue,
        long createdAt,
        long filledAt,
        long closedAt,
        UUID replaces,
        UUID replacedBy,
        long version,
        long updatedAt) {}
