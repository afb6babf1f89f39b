package org.fogg.exchange.message;

import java.util.UUID;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TimeInForce;

/**
 * What a trader asked for. Prices in 1/10,000, 0 when the order has none.
 *
 * @param quantity whole shares
 * @param expiresAt nanoseconds since the Unix epoch, 0 for never
 */
public record OrderTerms(
        UUID orderId,
        UUID traderId,
        int stockId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long quantity,
        long limitPrice,
        long stopPrice,
        long expiresAt) {

    static OrderTerms from(OrderTermsDecoder terms) {
        return new OrderTerms(
                new UUID(terms.orderId().high(), terms.orderId().low()),
                new UUID(terms.traderId().high(), terms.traderId().low()),
                terms.stockId(),
                terms.side(),
                terms.type(),
                terms.timeInForce(),
                terms.quantity(),
                terms.limitPrice(),
                terms.stopPrice(),
                terms.expiresAt());
    }

    void to(OrderTermsEncoder terms) {
        terms.orderId()
                .high(orderId.getMostSignificantBits())
                .low(orderId.getLeastSignificantBits());
        terms.traderId()
                .high(traderId.getMostSignificantBits())
                .low(traderId.getLeastSignificantBits());
        terms.stockId(stockId)
                .side(side)
                .type(type)
                .timeInForce(timeInForce)
                .quantity(quantity)
                .limitPrice(limitPrice)
                .stopPrice(stopPrice)
                .expiresAt(expiresAt);
    }
}
