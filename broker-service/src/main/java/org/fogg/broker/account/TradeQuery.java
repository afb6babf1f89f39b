package org.fogg.broker.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a trader's trades to list, and in which order.
 *
 * @param from earliest time, inclusive, nanoseconds since the Unix epoch
 * @param to latest time, inclusive
 * @param ascending oldest first, else newest first
 * @param limit most to list, above 0
 * @param behind only trades behind this one in the listing's order; null for all
 */
public record TradeQuery(
        UUID traderId,
        long from,
        long to,
        boolean ascending,
        int limit,
        Trade.@Nullable Place behind) {

    /** Whether the trade is to be listed. */
    public boolean matches(Trade trade) {
        if (trade.at() < from || trade.at() > to) {
            return false;
        }
        if (behind == null) {
            return true;
        }
        int order = trade.place().compareTo(behind);
        return ascending ? order > 0 : order < 0;
    }
}
