package org.fogg.core.engine;

import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Side;

/** The worst price that an order may trade at. */
final class CapPrices {

    private static final long WHOLE = 10_000;

    private final int collar;

    /**
     * @param collar in basis points
     */
    CapPrices(int collar) {
        this.collar = collar;
    }

    /** In 1/10,000 and on the stock's increment, above 0. */
    long of(OrderTerms terms, Stock stock) {
        return switch (terms.type()) {
            case LIMIT, STOP_LIMIT -> terms.limitPrice();
            case MARKET -> collared(terms.side(), stock.lastPrice, stock.priceIncrement);
            case STOP -> collared(terms.side(), terms.stopPrice(), stock.priceIncrement);
        };
    }

    /** Rounded in the trader's disfavour: a buy's cap up, a sell's floor down. */
    private long collared(Side side, long price, long increment) {
        long step = WHOLE * increment;
        if (side == Side.BUY) {
            long worst = price * (WHOLE + collar);
            return (worst / step + (worst % step == 0 ? 0 : 1)) * increment;
        }
        return Math.max(price * (WHOLE - collar) / step, 1) * increment;
    }
}
