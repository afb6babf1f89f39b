package org.fogg.broker.command;

import java.util.UUID;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.order.OrderTerms;
import org.jspecify.annotations.Nullable;

/** A command as it travels to the shard. Money in 1/10,000. */
public sealed interface Command {

    /** Where it comes from. */
    Origin origin();

    /**
     * Where a command comes from.
     *
     * @param commandId the command's id
     * @param replyTo the accepting instance, which waits for the answer
     * @param acceptedAt when it was accepted, nanoseconds since the Unix epoch
     */
    record Origin(UUID commandId, int replyTo, long acceptedAt) {}

    /** Places an order. */
    record PlaceOrder(Origin origin, OrderTerms terms) implements Command {}

    /** Cancels an order. */
    record CancelOrder(Origin origin, UUID traderId, UUID orderId) implements Command {}

    /** Replaces an order. */
    record ReplaceOrder(Origin origin, ReplaceTerms terms) implements Command {}

    /** Opens an account. */
    record OpenAccount(Origin origin, UUID traderId, long cash) implements Command {}

    /** Pays cash in. */
    record Deposit(Origin origin, UUID traderId, long amount) implements Command {}

    /** Switches the kill switch of a trader, or, when null, of the shard. */
    record SetHalt(Origin origin, @Nullable UUID traderId, boolean halted) implements Command {}
}
