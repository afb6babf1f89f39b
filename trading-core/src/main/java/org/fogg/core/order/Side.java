package org.fogg.core.order;

/** Buy or sell. */
public enum Side {
    BUY,
    SELL
}
