package org.fogg.audit.wire;

import java.util.UUID;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TimeInForce;
import org.fogg.contracts.sbe.UuidDecoder;

/**
 * What a trader asked for. The client order id is left out: the order id is computed from it, so
 * checking the id checks it, and a million of them need no memory.
 *
 * @param limitPrice in 1/10,000; 0 for none, as with the stop price
 * @param expiresAt nanoseconds since the Unix epoch; 0 for none
 */
public record Terms(
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

    /**
     * Reads terms from their place in a message.
     *
     * @throws IllegalArgumentException for a value no enumeration has
     */
    public static Terms of(OrderTermsDecoder wire) {
        return new Terms(
                uuid(wire.orderId()),
                uuid(wire.traderId()),
                wire.stockId(),
                wire.side(),
                wire.type(),
                wire.timeInForce(),
                wire.quantity(),
                wire.limitPrice(),
                wire.stopPrice(),
                wire.expiresAt());
    }

    /** Reads an id; {@link org.fogg.contracts.Ids#NONE} when absent. */
    public static UUID uuid(UuidDecoder wire) {
        return new UUID(wire.high(), wire.low());
    }

    /** Whether it buys. */
    public boolean isBuy() {
        return side == Side.BUY;
    }
}
