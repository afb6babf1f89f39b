package org.fogg.benchmarks.book;

import org.fogg.core.trigger.Direction;

/**
 * Resting orders of one stock, each for one share and known by its number. What cannot be done as
 * told throws, so that a benchmark never times a refusal. Not thread-safe.
 */
public interface Book {

    /**
     * Rests an order that no price so far has met.
     *
     * @param number new in the book, above 0
     * @param price in 1/10,000
     */
    void place(int number, Direction direction, long price);

    /** Takes out an order that rests. */
    void cancel(int number);

    /**
     * Takes out all orders that a price triggers.
     *
     * @param direction where the price came to; only orders of that direction are met
     * @param price in 1/10,000
     * @param expected how many orders that is
     * @param triggers hears of each, in the order of triggering
     * @return how many left
     */
    int tick(Direction direction, long price, int expected, Triggers triggers);

    /** How many orders rest. May visit them all. */
    int size();
}
