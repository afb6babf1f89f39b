package org.fogg.core.engine;

import org.fogg.core.order.OrderTerms;

/**
 * One attempt of one order, for the exchange.
 *
 * @param terms the whole order
 * @param epoch the owner's epoch
 * @param attempt counts the epoch's attempts from 1
 * @param quantity shares to trade now
 * @param boundPrice in 1/10,000: a buy trades at or below it, a sell at or above it
 * @param allOrNone whether a part is not enough
 * @param restsOn how many decisions the engine had made when everything this attempt rests on was
 *     decided: it may leave when that many are durable
 */
public record ExecutionRequest(
        OrderTerms terms,
        long epoch,
        int attempt,
        long quantity,
        long boundPrice,
        boolean allOrNone,
        long restsOn) {}
