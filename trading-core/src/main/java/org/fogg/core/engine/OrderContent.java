package org.fogg.core.engine;

import org.fogg.core.order.OrderTerms;

/**
 * What makes two orders the same: all but their ends, for a retry may come with another one where
 * that is computed from its time.
 */
final class OrderContent {

    private OrderContent() {}

    static boolean isSame(OrderTerms known, OrderTerms terms) {
        return known.traderId().equals(terms.traderId())
                && known.clientOrderId().equals(terms.clientOrderId())
                && known.stockId() == terms.stockId()
                && known.side() == terms.side()
                && known.type() == terms.type()
                && known.timeInForce() == terms.timeInForce()
                && known.quantity() == terms.quantity()
                && known.limitPrice() == terms.limitPrice()
                && known.stopPrice() == terms.stopPrice();
    }

    /** The same for the same content, on every machine: snapshots have it. */
    static long hash(OrderTerms terms) {
        return StateHash.ofContent(terms);
    }
}
