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

    /** A holding of nothing is as good as none. */
    boolean isEmpty() {
        return quantity == 0 && cost == 0;
    }

    long available() {
        return quantity - held;
    }
}
