package org.fogg.core.order;

import java.util.UUID;

/**
 * What a trader asked for. Never changes: a replacement is a new order.
 *
 * @param orderId computed from trader and client order id, so that a retry has the same
 * @param traderId whose order it is
 * @param clientOrderId the trader's own name for it
 * @param stockId the stock, by its listing's number
 * @param side buy or sell
 * @param type how the price is given
 * @param timeInForce how long it is in force
 * @param quantity whole shares, above 0
 * @param limitPrice in 1/10,000, for limit and stop-limit orders; else 0
 * @param stopPrice in 1/10,000, for stop and stop-limit orders; else 0
 * @param expiresAt nanoseconds since the Unix epoch; 0 for ioc and fok
 */
public record OrderTerms(
        UUID orderId,
        UUID traderId,
        String clientOrderId,
        int stockId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long quantity,
        long limitPrice,
        long stopPrice,
        long expiresAt) {

    /**
     * True if the exchange is asked as soon as the order is accepted, so that there has to be a
     * price: for market orders of any time in force, and for what is ioc or fok.
     */
    public boolean tradesOnArrival() {
        return type == OrderType.MARKET || timeInForce.isImmediate();
    }
}
