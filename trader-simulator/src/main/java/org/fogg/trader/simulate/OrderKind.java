package org.fogg.trader.simulate;

import java.util.Locale;
import org.fogg.core.order.OrderType;

/** The kinds of order that are reported apart. */
public enum OrderKind {
    /** Market orders on stocks of other georegions. */
    MARKET,
    /** Market orders on stocks of the trader's home georegion. */
    MARKET_HOME,
    /** Limit orders, wherever the stock is. */
    LIMIT,
    /** Stop orders, wherever the stock is. */
    STOP;

    /** Its name in results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OrderKind of(OrderType type, boolean foreign) {
        return switch (type) {
            case MARKET -> foreign ? MARKET : MARKET_HOME;
            case LIMIT, STOP_LIMIT -> LIMIT;
            case STOP -> STOP;
        };
    }
}
