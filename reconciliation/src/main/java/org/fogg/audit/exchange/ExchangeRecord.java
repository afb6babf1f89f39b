package org.fogg.audit.exchange;

import java.util.UUID;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.sbe.ExecutionOutcome;

/** A record of an exchange's journal. */
public sealed interface ExchangeRecord {

    /** Its place in the topic. */
    long offset();

    /**
     * What became of one attempt of one order.
     *
     * @param report numbers the shard's reports at this exchange from 1
     * @param clientOrderFits whether the order id is the digest of the report's client order id
     */
    record Report(
            long offset,
            String group,
            int exchangeId,
            int shard,
            long report,
            long epoch,
            int attempt,
            ExecutionOutcome outcome,
            long executionId,
            long quantity,
            long price,
            long tickSequence,
            long boundPrice,
            long at,
            Terms terms,
            boolean clientOrderFits)
            implements ExchangeRecord {

        /** The order it is about. */
        public UUID orderId() {
            return terms.orderId();
        }

        /** The attempt it tells the outcome of. */
        Attempt named() {
            return new Attempt(group, orderId(), epoch, attempt);
        }
    }

    /** Names an attempt. */
    record Attempt(String group, UUID orderId, long epoch, int number) {}

    /** An owner logged on: older epochs are refused from here on. */
    record LoggedOn(long offset, String group, int shard, long epoch, long at)
            implements ExchangeRecord {}

    /** The state of a stock's ticks; of no interest here. */
    record StockState(long offset) implements ExchangeRecord {}

    /** Bytes that are none of these. */
    record Malformed(long offset, String problem) implements ExchangeRecord {}
}
