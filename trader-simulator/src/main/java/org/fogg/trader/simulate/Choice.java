package org.fogg.trader.simulate;

import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;

/**
 * An order as a trader wants it. Prices in 1/10,000, 0 where the type has none.
 *
 * @param quantity whole shares, above 0
 */
record Choice(
        SimulatedStock stock, OrderType type, Side side, long quantity, long limit, long stop) {}
