package org.fogg.audit.exchange;

/** A stock and the exchange that lists it. */
public record Listing(int stockId, String symbol, int exchangeId, String exchangeCode) {}
