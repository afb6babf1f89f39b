package org.fogg.core.engine;

import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;

/**
 * What the engine tells its owner, always within the call that caused it, on the same thread. An
 * implementation must not call the engine's inputs from here; reading views is allowed.
 */
public interface EngineListener {

    /**
     * A decision, already applied to the engine's state. It becomes true when the owner has
     * appended it to the journal.
     */
    void decided(Decision decision);

    /**
     * An attempt to trade that must go to the exchange, once every decision up to {@code
     * request.restsOn()} is durable. Its outcome comes back through {@link ShardEngine#onReport}.
     */
    void execute(ExecutionRequest request);

    /**
     * The answer to a command. It may leave once every decision made so far is durable.
     *
     * @param token what the command was given with
     */
    void answered(long token, CommandResult result);

    /**
     * A transfer that must go to its destination, once every decision up to {@code
     * request.restsOn()} is durable, again and again until {@link ShardEngine#onTransferAnswer}.
     */
    void send(TransferRequest request);

    /** A transfer that is to be barred at its destination, if it is not applied; else as above. */
    void recall(TransferRequest request);

    /**
     * How the transfer ended that a command is about: what its sender is to be told, or what the
     * sender knows already. Comes right before the command's answer is made, and leaves with it.
     *
     * @param outcome applied or voided
     */
    void transferred(long token, TransferOutcome outcome);
}
