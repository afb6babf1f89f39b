package org.fogg.trader.simulate;

import java.util.Locale;

/** Where orders and the accounts that pay for them are held. */
public enum Placement {
    /** In the georegion of the exchange that lists the stock: Fogg's design. */
    LOCAL,
    /** In the trader's home georegion. */
    HOME,
    /** All in one georegion, the one nearest to all others. */
    HUB;

    /** Its name in options and results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
