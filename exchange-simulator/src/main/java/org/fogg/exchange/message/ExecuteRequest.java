package org.fogg.exchange.message;

/**
 * A broker's wish to trade.
 *
 * @param quantity shares to trade now
 * @param boundPrice in 1/10,000: a buy trades at or below it, a sell at or above it
 * @param allOrNone whether a part is not enough
 */
public record ExecuteRequest(Attempt attempt, long quantity, long boundPrice, boolean allOrNone) {}
