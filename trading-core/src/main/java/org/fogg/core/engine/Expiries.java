package org.fogg.core.engine;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The orders that end at some time, soonest first. Closed ones are dropped when they come up. */
final class Expiries {

    private final PriorityQueue<Order> queue =
            new PriorityQueue<>(
                    Comparator.<Order>comparingLong(order -> order.terms.expiresAt())
                            .thenComparingLong(order -> order.number));

    void add(Order order) {
        if (order.terms.expiresAt() != 0) {
            queue.add(order);
        }
    }

    /** The next open order that is due, which is no longer in the queue then; or null. */
    @Nullable Order poll(long now) {
        Order first = queue.peek();
        while (first != null && (!first.isOpen() || first.terms.expiresAt() <= now)) {
            queue.poll();
            if (first.isOpen()) {
                return first;
            }
            first = queue.peek();
        }
        return null;
    }
}
