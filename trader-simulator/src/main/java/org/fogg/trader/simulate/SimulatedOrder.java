package org.fogg.trader.simulate;

import org.fogg.core.order.OrderTerms;

/** An order and when, and at which price, it was decided that it should trade. */
final class SimulatedOrder {

    private final OrderTerms terms;
    private final SimulatedTrader trader;
    private final SimulatedStock stock;
    private final OrderKind kind;
    private final long placedAt;
    private long decidedAt;
    private long decidedPrice;
    private boolean atOnce;
    private boolean canceling;

    /**
     * An order that its trader decides on now.
     *
     * @param price at the exchange now
     */
    SimulatedOrder(
            OrderTerms terms,
            SimulatedTrader trader,
            SimulatedStock stock,
            OrderKind kind,
            long now,
            long price) {
        this.terms = terms;
        this.trader = trader;
        this.stock = stock;
        this.kind = kind;
        this.placedAt = now;
        this.decidedAt = now;
        this.decidedPrice = price;
    }

    OrderTerms terms() {
        return terms;
    }

    SimulatedTrader trader() {
        return trader;
    }

    SimulatedStock stock() {
        return stock;
    }

    OrderKind kind() {
        return kind;
    }

    boolean isMarket() {
        return kind == OrderKind.MARKET || kind == OrderKind.MARKET_HOME;
    }

    long placedAt() {
        return placedAt;
    }

    /** Notes that its condition is met: by a tick, or at once when it came into force. */
    void conditionMet(long at, long price, boolean whenAccepted) {
        decidedAt = at;
        decidedPrice = price;
        atOnce = whenAccepted;
    }

    long decidedAt() {
        return decidedAt;
    }

    long decidedPrice() {
        return decidedPrice;
    }

    /** Whether its condition was met already when it came into force. */
    boolean isAtOnce() {
        return atOnce;
    }

    boolean isCanceling() {
        return canceling;
    }

    void cancel() {
        canceling = true;
    }
}
