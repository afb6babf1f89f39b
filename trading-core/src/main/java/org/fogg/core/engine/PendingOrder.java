package org.fogg.core.engine;

import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Side;

/** An order that trades at once or not at all, so that nothing of it is journaled yet. */
record PendingOrder(
        OrderTerms terms,
        Account account,
        Stock stock,
        long capPrice,
        long lastPrice,
        Attempt attempt) {

    /** Cash held back for it in memory. */
    long reserve() {
        return terms.side() == Side.BUY ? capPrice * terms.quantity() : 0;
    }
}
