package org.fogg.trader.bench.floor;

/** What the floor does: chains of hops, and each hop alone. */
public enum Probe {
    /** Produce and consume, execute, append. */
    TICK_TO_TRADE,
    /** Empty request, produce and consume, execute, append. */
    MARKET_ORDER,
    /** Empty request, produce and consume, append: the bare part of placing an order that rests. */
    RESTING_ORDER,
    /** Kafka: a record of a tick's size, acknowledged by all, until it is consumed. */
    PRODUCE_CONSUME,
    /** An execution at an exchange, its journal included. */
    EXECUTE,
    /** A conditional append to a table like the journal. */
    APPEND,
    /** A request to the broker that checks the key and does nothing. */
    PING;

    private final String key = name().toLowerCase(java.util.Locale.ROOT);

    /** Its name in results. */
    public String key() {
        return key;
    }

    /** Whether it is one hop alone. */
    public boolean isStep() {
        return this != TICK_TO_TRADE && this != MARKET_ORDER && this != RESTING_ORDER;
    }
}
