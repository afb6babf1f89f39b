package org.fogg.core.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as of one decision. Prices and values in 1/10,000, times in nanoseconds since the Unix
 * epoch, 0 when there is none.
 *
 * @param terms what was asked for
 * @param status where it stands
 * @param reason why it was rejected or closed; {@link Reason#NONE} otherwise
 * @param version counts the order's decisions from 1
 * @param capPrice the worst price it may trade at: the limit, or the cap of a market or stop order
 * @param acceptedTick the stock's tick sequence at acceptance; earlier ticks never trigger it
 * @param lastPrice the stock's last price at acceptance
 * @param filledQuantity shares traded so far
 * @param filledValue sum of price times quantity of its trades
 * @param createdAt when it was accepted
 * @param updatedAt when it last changed
 * @param filledAt when it was filled completely
 * @param closedAt when it left the open orders
 * @param replaces the order it took the place of
 * @param replacedBy the order that took its place
 */
public record OrderSnapshot(
        OrderTerms terms,
        OrderStatus status,
        Reason reason,
        int version,
        long capPrice,
        long acceptedTick,
        long lastPrice,
        long filledQuantity,
        long filledValue,
        long createdAt,
        long updatedAt,
        long filledAt,
        long closedAt,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy) {

    /** Shares still to trade. */
    public long leavesQuantity() {
        return terms.quantity() - filledQuantity;
    }
}
