package org.fogg.core.engine;

/** One stock, with the last tick. Nothing of it is journaled. */
final class Stock {

    final int id;

    /** Its number in the trigger book, counted from 0. */
    final int number;

    /** In 1/10,000; 0 until the stock is listed. */
    long priceIncrement;

    long lastSequence;
    long lastPrice;
    long lastPublishedAt;

    Stock(int id, int number) {
        this.id = id;
        this.number = number;
    }

    boolean isListed() {
        return priceIncrement > 0;
    }

    boolean hasPrice() {
        return lastPrice > 0;
    }
}
