package org.fogg.trader.bench.load;

import java.util.UUID;

/** Hears of every order that a broker has accepted. Called on the loop's thread: must not block. */
@FunctionalInterface
public interface AcceptedListener {

    /** Hears nothing. */
    AcceptedListener NONE = (georegion, trader, atOnce, sentAt, answeredAt) -> {};

    /**
     * An order was accepted.
     *
     * @param georegion of the stock's exchange
     * @param atOnce whether it is a market order that the exchange has answered since {@code
     *     sentAt}
     * @param sentAt when the request that was answered was sent, in {@link System#nanoTime} terms
     * @param answeredAt when the answer came
     */
    void accepted(String georegion, UUID trader, boolean atOnce, long sentAt, long answeredAt);
}
