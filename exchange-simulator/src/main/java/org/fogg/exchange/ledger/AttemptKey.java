package org.fogg.exchange.ledger;

import java.util.UUID;
import org.fogg.exchange.message.Attempt;

/** Names an attempt among those of a broker group. */
record AttemptKey(long orderHigh, long orderLow, long epoch, int number) {

    static AttemptKey of(Attempt attempt) {
        UUID order = attempt.terms().orderId();
        return new AttemptKey(
                order.getMostSignificantBits(),
                order.getLeastSignificantBits(),
                attempt.epoch(),
                attempt.number());
    }
}
