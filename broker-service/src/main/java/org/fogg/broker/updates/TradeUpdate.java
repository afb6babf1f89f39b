package org.fogg.broker.updates;

import java.util.Locale;
import java.util.UUID;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order.
 *
 * @param id where it is in the log
 * @param kind what happened
 * @param at when it was decided, in nanoseconds since the Unix epoch
 * @param order the order right after it
 * @param symbol the order's stock
 * @param execution what was traded; null unless it is a fill
 */
public record TradeUpdate(
        EventId id,
        Kind kind,
        long at,
        OrderSnapshot order,
        String symbol,
        @Nullable Execution execution) {

    /** What can happen to an order, as far as clients are told. */
    public enum Kind {
        NEW,
        PARTIAL_FILL,
        FILL,
        CANCELED,
        EXPIRED,
        REJECTED,
        REPLACED;

        /** As clients read it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One trade.
     *
     * @param id names it for ever
     * @param price in 1/10,000
     * @param quantity shares traded
     * @param position shares of the stock that the trader holds after it
     */
    public record Execution(UUID id, long price, long quantity, long position) {}
}
