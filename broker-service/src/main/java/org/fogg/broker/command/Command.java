package org.fogg.broker.command;

import java.util.UUID;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
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

    /** Sets cash aside for another georegion and sends it. */
    record SendTransfer(Origin origin, TransferTerms terms) implements Command {}

    /** Takes in a transfer from another georegion; what the request rests on does not travel. */
    record ApplyTransfer(Origin origin, SenderId sender, TransferRequest request)
            implements Command {}

    /** Bars a transfer from another georegion; its order does not travel. */
    record BarTransfer(Origin origin, SenderId sender, TransferRequest request)
            implements Command {}

    /** Calls a transfer back. */
    record CancelTransfer(Origin origin, UUID traderId, UUID transferId) implements Command {}
}
