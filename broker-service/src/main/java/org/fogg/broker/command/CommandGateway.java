package org.fogg.broker.command;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands to the shard that owns the account and waits for its answer. Money in 1/10,000.
 *
 * <p>A future completes with an answer once the decision is durable and projected, so that every
 * later read sees it; or, within 2 seconds, exceptionally with {@link UnavailableException}. A
 * refusal is an answer, not an exception. Continuations run on the thread that delivers the answer
 * and must not block. Thread-safe.
 */
public interface CommandGateway {

    /** Places an order. The answer of a repeated one shows the order that exists. */
    CompletableFuture<CommandAnswer> placeOrder(OrderTerms terms);

    /** Cancels an open order. */
    CompletableFuture<CommandAnswer> cancelOrder(UUID traderId, UUID orderId);

    /** Puts another order in an open one's place. The answer shows the new order. */
    CompletableFuture<CommandAnswer> replaceOrder(ReplaceTerms terms);

    /**
     * Opens a trading account.
     *
     * @param commandId the same in a repetition
     * @param cash what it starts with, 0 or more
     */
    CompletableFuture<CommandAnswer> openAccount(UUID commandId, UUID traderId, long cash);

    /**
     * Pays in cash.
     *
     * @param commandId the same in a repetition, which then changes nothing
     * @param amount above 0
     */
    CompletableFuture<CommandAnswer> deposit(UUID commandId, UUID traderId, long amount);

    /**
     * Switches the kill switch.
     *
     * @param traderId whose; null for every shard of the georegion
     */
    CompletableFuture<CommandAnswer> setHalt(@Nullable UUID traderId, boolean halted);

    /**
     * Sets cash aside for another georegion and sends it. The same transfer again is done without
     * effect.
     */
    Sending sendTransfer(TransferTerms terms);

    /**
     * Takes in a transfer from another georegion, opening the account if need be, and places its
     * order. The answer tells how the transfer ended, and apart from that what became of the order.
     */
    CompletableFuture<CommandAnswer> applyTransfer(SenderId sender, TransferRequest request);

    /** Sees to it that a transfer is never applied, unless it is; the answer tells which. */
    CompletableFuture<CommandAnswer> barTransfer(SenderId sender, TransferRequest request);

    /**
     * Calls a transfer back: done when the money is back, refused when it has arrived. What the
     * receiver does not answer in time ends as every command that waits too long.
     */
    CompletableFuture<CommandAnswer> cancelTransfer(UUID traderId, UUID transferId);

    /**
     * A transfer on its way.
     *
     * @param held whether the money was set aside; of a repeated one that has ended, how it ended
     * @param ended how it ended and what the receiver said to its order; the same as {@code held}
     *     where that is a refusal or tells the end. Not in time: {@link UnavailableException},
     *     which says nothing against the transfer
     */
    record Sending(CompletableFuture<CommandAnswer> held, CompletableFuture<CommandAnswer> ended) {}
}
