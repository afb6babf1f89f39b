package org.fogg.exchange.ledger;

/**
 * What the market offers for one execution.
 *
 * @param listed whether the exchange lists the stock
 * @param price the current price in 1/10,000; 0 when there is none yet
 * @param tickSequence the tick that set it
 * @param available how many shares can be traded now; 0 when none
 */
public record Quote(boolean listed, long price, long tickSequence, long available) {

    /** The answer for a stock that the exchange does not list. */
    public static final Quote UNLISTED = new Quote(false, 0, 0, 0);
}
