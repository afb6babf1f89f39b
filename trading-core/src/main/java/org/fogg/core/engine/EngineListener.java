package org.fogg.core.engine;

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
}
