package org.fogg.trader.simulate;

import org.fogg.core.order.Side;

/**
 * A trade, with what latency did to it. Prices in 1/10,000, times in nanoseconds.
 *
 * @param home the trader's georegion, from 0
 * @param atOnce whether a limit or stop order's condition was met already when it came into force
 * @param latency from the decision until the trade is known where it counts
 * @param decidedPrice at the exchange when it was decided
 */
record SimulatedTrade(
        OrderKind kind,
        int home,
        Side side,
        boolean atOnce,
        long latency,
        long decidedPrice,
        long price,
        long quantity) {

    /** In 1/10,000. */
    long value() {
        return Math.multiplyExact(price, quantity);
    }

    /** What the price moved against the trader, in 1/10,000; negative where it moved in favour. */
    long loss() {
        long against = side == Side.BUY ? price - decidedPrice : decidedPrice - price;
        return Math.multiplyExact(against, quantity);
    }
}
