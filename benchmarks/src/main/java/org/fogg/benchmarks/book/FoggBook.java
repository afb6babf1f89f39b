package org.fogg.benchmarks.book;

import org.fogg.core.trigger.Direction;
import org.fogg.core.trigger.TriggerBook;

/** The broker's trigger book with its index by order id, as it is. */
final class FoggBook implements Book {

    private static final int STOCK = 1;

    private final TriggerBook book;

    FoggBook(int expectedOrders) {
        book = new TriggerBook(expectedOrders);
    }

    @Override
    public void place(int number, Direction direction, long price) {
        if (!book.add(
                STOCK, direction, price, OrderIds.high(number), OrderIds.low(number), number)) {
            throw new IllegalStateException("Order " + number + " was not placed");
        }
    }

    @Override
    public void cancel(int number) {
        if (book.remove(OrderIds.high(number), OrderIds.low(number)) != number) {
            throw new IllegalStateException("Order " + number + " was not canceled");
        }
    }

    @Override
    public int tick(Direction direction, long price, int expected, Triggers triggers) {
        return book.trigger(STOCK, price, triggers);
    }

    @Override
    public int size() {
        return book.size();
    }
}
