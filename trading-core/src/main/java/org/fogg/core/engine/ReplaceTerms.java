package org.fogg.core.engine;

import java.util.UUID;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * How an open order should change. What is 0 or null stays as it is.
 *
 * @param orderId the open order
 * @param newOrderId id of the order that takes its place
 * @param newClientOrderId client order id of that order
 * @param quantity shares of the new order; 0: what is left of the old one
 * @param limitPrice in 1/10,000
 * @param stopPrice in 1/10,000
 * @param expiresAt nanoseconds since the Unix epoch
 */
public record ReplaceTerms(
        UUID traderId,
        UUID orderId,
        UUID newOrderId,
        String newClientOrderId,
        long quantity,
        long limitPrice,
        long stopPrice,
        @Nullable TimeInForce timeInForce,
        long expiresAt) {

    /** The terms of the order that takes the place of this one. */
    OrderTerms applyTo(OrderTerms old, long leavesQuantity) {
        return new OrderTerms(
                newOrderId,
                traderId,
                newClientOrderId,
                old.stockId(),
                old.side(),
                old.type(),
                timeInForce == null ? old.timeInForce() : timeInForce,
                quantity == 0 ? leavesQuantity : quantity,
                limitPrice == 0 ? old.limitPrice() : limitPrice,
                stopPrice == 0 ? old.stopPrice() : stopPrice,
                expiresAt == 0 ? old.expiresAt() : expiresAt);
    }

    /** Whether an order came from a change as this one, apart from its end. */
    boolean isOf(Order order) {
        OrderTerms terms = order.terms;
        return orderId.equals(order.replaces)
                && traderId.equals(terms.traderId())
                && newClientOrderId.equals(terms.clientOrderId())
                && (quantity == 0 || quantity == terms.quantity())
                && (limitPrice == 0 || limitPrice == terms.limitPrice())
                && (stopPrice == 0 || stopPrice == terms.stopPrice())
                && (timeInForce == null || timeInForce == terms.timeInForce());
    }
}
