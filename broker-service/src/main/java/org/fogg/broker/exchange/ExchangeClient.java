package org.fogg.broker.exchange;

import java.util.function.Consumer;
import org.fogg.broker.market.Exchange;
import org.fogg.core.engine.ExecutionRequest;

/**
 * The exchanges, as a shard's owner needs them. Calls return at once; the replies come on threads
 * of the client, which they must not block. Thread-safe.
 */
public interface ExchangeClient {

    /** Tries to trade. */
    void execute(
            Exchange exchange, int shard, ExecutionRequest request, Consumer<ExchangeReply> done);

    /** Asks what became of an attempt; one that has not arrived is barred for ever. */
    void resolve(
            Exchange exchange, int shard, ExecutionRequest request, Consumer<ExchangeReply> done);

    /**
     * Begins an epoch: older ones are refused from then on.
     *
     * @param fromReport reports numbered above it are wanted
     */
    void logOn(
            Exchange exchange, int shard, long epoch, long fromReport, Consumer<LogOnOutcome> done);

    /** Whether calls to an exchange are let through, rather than refused because it fails. */
    boolean isAvailable(int exchangeId);
}
