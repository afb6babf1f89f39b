package org.fogg.broker.orders;

import java.util.Set;
import java.util.UUID;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * Which of a trader's orders to list, and in which order.
 *
 * @param traderId whose
 * @param status open, closed or all
 * @param limit most to list, above 0
 * @param after only orders created later than this, nanoseconds since the Unix epoch
 * @param until only orders created earlier than this
 * @param ascending oldest first, else newest first
 * @param stockIds only orders on these stocks; null for all
 * @param side only this side; null for both
 * @param afterOrder only orders that come later in time than this one
 * @param beforeOrder only orders that come earlier in time than this one
 */
public record OrderQuery(
        UUID traderId,
        Status status,
        int limit,
        long after,
        long until,
        boolean ascending,
        @Nullable Set<Integer> stockIds,
        @Nullable Side side,
        @Nullable Position afterOrder,
        @Nullable Position beforeOrder) {

    /** Every open order of a trader, newest first, up to a limit. */
    public static OrderQuery open(UUID traderId, int limit) {
        return new OrderQuery(
                traderId, Status.OPEN, limit, -1, Long.MAX_VALUE, false, null, null, null, null);
    }

    /** The least creation time that can match, inclusive. */
    public long from() {
        long from = Math.max(0, after == Long.MAX_VALUE ? after : after + 1);
        return afterOrder == null ? from : Math.max(from, afterOrder.createdAt());
    }

    /** The greatest creation time that can match, inclusive. */
    public long to() {
        long to = until == Long.MIN_VALUE ? until : until - 1;
        return beforeOrder == null ? to : Math.min(to, beforeOrder.createdAt());
    }

    /** Whether the order is to be listed. */
    public boolean matches(OrderSnapshot order) {
        Position position = Position.of(order);
        return status.matches(order)
                && order.createdAt() >= from()
                && order.createdAt() <= to()
                && (stockIds == null || stockIds.contains(order.terms().stockId()))
                && (side == null || side == order.terms().side())
                && (afterOrder == null || position.compareTo(afterOrder) > 0)
                && (beforeOrder == null || position.compareTo(beforeOrder) < 0);
    }

    /** Which orders by their status. */
    public enum Status {
        OPEN,
        CLOSED,
        ALL;

        boolean matches(OrderSnapshot order) {
            return this == ALL || (this == OPEN) == order.status().isOpen();
        }
    }

    /**
     * Where an order stands in the one order of a trader's orders: by creation time; at the same
     * time, the table's id order reversed, so that it is the exact reverse of newest first.
     *
     * @param createdAt nanoseconds since the Unix epoch
     */
    public record Position(long createdAt, UUID orderId) implements Comparable<Position> {

        /** The order's position. */
        public static Position of(OrderSnapshot order) {
            return new Position(order.createdAt(), order.terms().orderId());
        }

        @Override
        public int compareTo(Position other) {
            int byTime = Long.compare(createdAt, other.createdAt);
            if (byTime != 0) {
                return byTime;
            }
            // Cassandra compares ids of one version as unsigned bytes; UUID.compareTo does not.
            int high =
                    Long.compareUnsigned(
                            other.orderId.getMostSignificantBits(),
                            orderId.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(
                            other.orderId.getLeastSignificantBits(),
                            orderId.getLeastSignificantBits());
        }
    }
}
