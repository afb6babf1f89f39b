package org.fogg.core.engine;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The orders that have ended, those that ended first at the front. */
final class Finished {

    private final PriorityQueue<Order> queue =
            new PriorityQueue<>(
                    Comparator.<Order>comparingLong(order -> order.closedAt)
                            .thenComparingLong(order -> order.number));

    /** Takes in an order that has ended. */
    void add(Order order) {
        queue.add(order);
    }

    /** The next that ended at a time or before, which is no longer here then; or null. */
    @Nullable Order poll(long upTo) {
        Order first = queue.peek();
        return first != null && first.closedAt <= upTo ? queue.poll() : null;
    }
}
