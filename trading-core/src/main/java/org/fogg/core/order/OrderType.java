package org.fogg.core.order;

/** How an order says at which price it wants to trade. */
public enum OrderType {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT
}
