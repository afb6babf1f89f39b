package org.fogg.core.engine;

/** What one account holds of one stock. */
final class Holding {

    final int stockId;

    long quantity;
    long cost;

    /** Shares that attempts under way may sell. Not journaled: it ends with the attempts. */
    long held;

    Holding(int stockId) {
        this.stockId = stockId;
    }

    long available() {
        return quantity - held;
    }
}
