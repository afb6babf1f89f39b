package org.fogg.core.engine;

import org.fogg.core.order.OrderTerms;

/**
 * What the exchange did with an attempt.
 *
 * @param terms the whole order, so that an owner can record one it has never seen
 * @param epoch with attempt: which attempt
 * @param exchangeId which exchange
 * @param executionId numbers the exchange's fills; 0 unless filled
 * @param quantity shares traded; 0 unless filled
 * @param price in 1/10,000; 0 unless filled
 * @param boundPrice the bound the attempt had, in 1/10,000; 0 when not known
 * @param tickSequence the tick the exchange decided by
 */
public record ExecutionReport(
        OrderTerms terms,
        long epoch,
        int attempt,
        Outcome outcome,
        int exchangeId,
        long executionId,
        long quantity,
        long price,
        long boundPrice,
        long tickSequence) {

    /** The kinds of outcome. */
    public enum Outcome {
        /** Traded, wholly or in part. */
        FILLED,
        /** The price was out of bounds; this attempt never trades. */
        REFUSED,
        /** Settled as never done; this attempt never trades. */
        VOIDED,
        /** It certainly never reached the exchange. */
        NOT_SENT
    }
}
