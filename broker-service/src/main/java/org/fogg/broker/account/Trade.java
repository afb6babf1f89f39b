package org.fogg.broker.account;

import java.util.UUID;
import org.fogg.contracts.Ids;
import org.fogg.core.order.Side;

/**
 * A trade as the owner recorded it. Prices in 1/10,000.
 *
 * @param place where it stands among the trader's trades
 * @param executionId numbers the exchange's executions
 * @param cumulativeQuantity shares of the order traded up to and with this trade
 * @param leavesQuantity shares of the order left to trade after it
 * @param at nanoseconds since the Unix epoch
 */
public record Trade(
        Place place,
        UUID orderId,
        int stockId,
        Side side,
        int exchangeId,
        long executionId,
        long quantity,
        long price,
        long cumulativeQuantity,
        long leavesQuantity,
        long at) {

    /** The execution's id as clients see it. */
    public UUID execution() {
        return Ids.executionId(exchangeId, executionId);
    }

    /**
     * Where a trade stands: by day, then in the journal's order. On each day those of other
     * georegions come after those at home: there is no order between journals but the day's.
     *
     * @param day days since the Unix epoch, UTC
     * @param sequence journal sequence; of another georegion the time in microseconds
     * @param n index within the journal entry; of another georegion from its execution
     */
    public record Place(int day, long sequence, int n) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byDay = Integer.compare(day, other.day);
            int bySequence = Long.compare(sequence, other.sequence);
            return byDay != 0 ? byDay : bySequence != 0 ? bySequence : Integer.compare(n, other.n);
        }
    }
}
