package org.fogg.core.order;

/** How long an order stays in force. */
public enum TimeInForce {
    /** Until midnight at the exchange's place. */
    DAY,
    /** Until canceled, or its expiry. */
    GTC,
    /** What cannot trade at once is canceled. */
    IOC,
    /** Trades at once and whole, or is canceled. */
    FOK;

    /** True for what never waits at the exchange: immediate-or-cancel and fill-or-kill. */
    public boolean isImmediate() {
        return this == IOC || this == FOK;
    }
}
