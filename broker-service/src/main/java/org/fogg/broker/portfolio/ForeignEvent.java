package org.fogg.broker.portfolio;

import java.util.UUID;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a trader's account or order in another georegion. Money in 1/10,000.
 *
 * @param georegion where
 * @param traderId whose
 * @param id names it among the events of its journal entry
 * @param sequence of the journal entry there
 * @param at when it was decided, nanoseconds since the Unix epoch
 * @param cash what the account has after it
 * @param order the order right after it; null when it is about none
 * @param fill what was traded; null unless it is a trade
 */
public record ForeignEvent(
        String georegion,
        UUID traderId,
        String id,
        long sequence,
        long at,
        long cash,
        @Nullable OrderSnapshot order,
        @Nullable Fill fill) {

    /**
     * A trade.
     *
     * @param position shares of the stock held after it
     */
    public record Fill(
            int exchangeId, long executionId, long quantity, long price, long position) {}
}
