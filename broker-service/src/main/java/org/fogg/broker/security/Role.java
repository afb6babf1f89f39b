package org.fogg.broker.security;

/** What a key may do. */
public enum Role {
    /** Trades for one trader. */
    TRADER,
    /** Opens accounts, pays in, ends keys, halts; has no account of its own. */
    ADMINISTRATOR,
    /** Gives commands of other georegions' traders; for brokers alone. */
    BROKER
}
