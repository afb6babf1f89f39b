package org.fogg.trader.simulate;

import java.util.Locale;

/** Which messages an order takes. */
public enum Trips {
    /**
     * The prototype's: a market order first asks the exchange for the current price; every broker
     * that handles an order first writes it to both data centres of its georegion.
     */
    PROTOTYPE,
    /** Fogg's: no question before the order; one append in the home data centre. */
    FOGG;

    /** Its name in options and results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
