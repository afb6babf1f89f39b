package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToLongFunction;
import org.fogg.core.trigger.TriggerBook;
import org.fogg.core.trigger.TriggerListener;

/**
 * Keeps the trigger book in step with the orders: an order is there while it is open, has no
 * attempt under way and its account is not halted.
 */
final class Resting implements TriggerListener {

    private static final int EXPECTED_ORDERS = 1024;

    private final TriggerBook book = new TriggerBook(EXPECTED_ORDERS);

    /** By reference. A place that is free has no meaning. */
    private Order[] orders = new Order[EXPECTED_ORDERS];

    private int[] freeReferences = new int[EXPECTED_ORDERS];
    private int freeCount;
    private int usedReferences;

    private final IntToLongFunction priorities = this::priority;
    private long highestPriority;

    private final List<Order> triggered = new ArrayList<>();
    private long sequence;

    /** Puts an order where it belongs after a change. */
    void update(Order order) {
        remove(order);
        if (order.isOpen() && order.attempt == null && !order.account.halted) {
            add(order);
        }
    }

    /** Lets one order take the place of another that has just ended. */
    void replace(Order old, Order by, boolean inPlace) {
        if (!inPlace || old.reference < 0) {
            remove(old);
            update(by);
            return;
        }
        UUID from = old.terms.orderId();
        UUID to = by.terms.orderId();
        by.reference = old.reference;
        old.reference = -1;
        orders[by.reference] = by;
        book.rename(
                from.getMostSignificantBits(),
                from.getLeastSignificantBits(),
                to.getMostSignificantBits(),
                to.getLeastSignificantBits(),
                by.reference);
    }

    /** Takes out the orders that a tick triggers. Valid until the next call. */
    List<Order> trigger(Stock stock, long tickSequence, long price) {
        triggered.clear();
        sequence = tickSequence;
        book.trigger(stock.number, price, this);
        return triggered;
    }

    @Override
    public boolean triggered(int reference) {
        Order order = orders[reference];
        if (order.notBefore >= sequence) {
            return false;
        }
        release(order);
        triggered.add(order);
        return true;
    }

    private void add(Order order) {
        UUID id = order.terms.orderId();
        order.reference = nextReference();
        orders[order.reference] = order;
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int stock = order.stock.number;
        long price = order.triggerPrice();
        if (order.priority > highestPriority) {
            highestPriority = order.priority;
            book.add(stock, order.direction(), price, high, low, order.reference);
        } else {
            book.add(stock, order.direction(), price, high, low, order.reference, priorities);
        }
    }

    private long priority(int reference) {
        return orders[reference].priority;
    }

    private void remove(Order order) {
        if (order.reference >= 0) {
            UUID id = order.terms.orderId();
            book.remove(id.getMostSignificantBits(), id.getLeastSignificantBits());
            release(order);
        }
    }

    private int nextReference() {
        if (freeCount > 0) {
            return freeReferences[--freeCount];
        }
        if (usedReferences == orders.length) {
            orders = Arrays.copyOf(orders, usedReferences * 2);
        }
        return usedReferences++;
    }

    private void release(Order order) {
        if (freeCount == freeReferences.length) {
            freeReferences = Arrays.copyOf(freeReferences, freeCount * 2);
        }
        freeReferences[freeCount++] = order.reference;
        order.reference = -1;
    }
}
