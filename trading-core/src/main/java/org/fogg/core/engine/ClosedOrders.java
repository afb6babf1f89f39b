package org.fogg.core.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.fogg.core.order.OrderTerms;
import org.jspecify.annotations.Nullable;

/**
 * The orders that have closed. The latest are whole; of those before only so much is kept that a
 * repeated order is told from another one. Which are which follows from the decisions alone, so
 * that every fold has the same.
 */
final class ClosedOrders {

    /**
     * How many are whole: more than one journal entry can close, so that all that hear of an entry
     * find its orders.
     */
    static final int WHOLE = 10_000;

    private final int most;
    private final Deque<Order> whole = new ArrayDeque<>();
    private final KnownOrders known = new KnownOrders();

    /**
     * @param most how many are whole, more than one input can close
     */
    ClosedOrders(int most) {
        this.most = most;
    }

    /** Takes in an order that has closed; the one that is no longer whole for that, or null. */
    @Nullable Order add(Order order) {
        whole.addLast(order);
        if (whole.size() <= most) {
            return null;
        }
        Order oldest = whole.removeFirst();
        known.add(oldest.terms.orderId(), OrderContent.hash(oldest.terms));
        return oldest;
    }

    /** Takes in one that is no longer whole, as a snapshot has it. */
    void restore(UUID orderId, long content) {
        known.add(orderId, content);
    }

    /** Whether an order is here, but no longer whole. */
    boolean knows(UUID orderId) {
        return known.find(orderId) >= 0;
    }

    /** The place of an order that is no longer whole, for {@link #isSame}; below 0 for others. */
    int find(UUID orderId) {
        return known.find(orderId);
    }

    /** Whether the order at a place says the same. */
    boolean isSame(int place, OrderTerms terms) {
        return known.content(place) == OrderContent.hash(terms);
    }

    /** The whole ones, those that closed first at the front. */
    Iterable<Order> whole() {
        return whole;
    }

    /** Those that are no longer whole, those that closed first at the front. */
    void visit(KnownOrders.Visitor visitor) {
        known.visit(visitor);
    }
}
