package org.fogg.broker.command;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.jspecify.annotations.Nullable;

/**
 * Refuses commands, before anything is sent, while too many wait for their answer: of one shard, so
 * that one that stands still does not use up everybody's room, and altogether, so that requests
 * which wait for nothing still find a thread. Transfers that wait for another georegion have a
 * third of that, so that a slow one slows nobody's trading at home. The kill switch always gets
 * through. Thread-safe.
 */
public final class BoundedGateway implements CommandGateway {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final CommandGateway gateway;
    private final int most;
    private final int mostOfShard;
    private final int mostAbroad;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger abroad = new AtomicInteger();
    private final AtomicIntegerArray ofShard;

    /**
     * @param shards how many there are
     * @param most commands that may wait at once
     * @param mostOfShard commands of one shard that may wait at once
     */
    public BoundedGateway(CommandGateway gateway, int shards, int most, int mostOfShard) {
        this.gateway = gateway;
        this.most = most;
        this.mostOfShard = mostOfShard;
        this.mostAbroad = Math.max(1, most / 3);
        this.ofShard = new AtomicIntegerArray(shards);
    }

    /** How many commands wait. */
    public int waiting() {
        return waiting.get();
    }

    private CompletableFuture<CommandAnswer> send(
            UUID traderId, Supplier<CompletableFuture<CommandAnswer>> command) {
        int shard = Ids.shardOf(traderId, ofShard.length());
        String full = enter(shard);
        if (full != null) {
            return CompletableFuture.failedFuture(new UnavailableException(full, SOON, false));
        }
        CompletableFuture<CommandAnswer> answer;
        try {
            answer = command.get();
        } catch (RuntimeException e) {
            leave(shard);
            throw e;
        }
        // The derived future, so that whoever has its answer finds the room free.
        return answer.whenComplete((done, failure) -> leave(shard));
    }

    private @Nullable String enter(int shard) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return "Too many commands wait for an answer";
        }
        if (ofShard.incrementAndGet(shard) > mostOfShard) {
            leave(shard);
            return "Too many commands of this account's shard wait for an answer";
        }
        return null;
    }

    private void leave(int shard) {
        ofShard.decrementAndGet(shard);
        waiting.decrementAndGet();
    }

    @Override
    public CompletableFuture<CommandAnswer> placeOrder(OrderTerms terms) {
        return send(terms.traderId(), () -> gateway.placeOrder(terms));
    }

    @Override
    public CompletableFuture<CommandAnswer> cancelOrder(UUID traderId, UUID orderId) {
        return send(traderId, () -> gateway.cancelOrder(traderId, orderId));
    }

    @Override
    public CompletableFuture<CommandAnswer> replaceOrder(ReplaceTerms terms) {
        return send(terms.traderId(), () -> gateway.replaceOrder(terms));
    }

    @Override
    public CompletableFuture<CommandAnswer> openAccount(UUID commandId, UUID traderId, long cash) {
        return send(traderId, () -> gateway.openAccount(commandId, traderId, cash));
    }

    @Override
    public CompletableFuture<CommandAnswer> deposit(UUID commandId, UUID traderId, long amount) {
        return send(traderId, () -> gateway.deposit(commandId, traderId, amount));
    }

    @Override
    public CompletableFuture<CommandAnswer> setHalt(@Nullable UUID traderId, boolean halted) {
        return gateway.setHalt(traderId, halted);
    }

    /** Among all commands it counts until its end is told, among its shard's until it is held. */
    @Override
    public Sending sendTransfer(TransferTerms terms) {
        if (abroad.incrementAndGet() > mostAbroad) {
            abroad.decrementAndGet();
            return refused("Too many orders wait for other georegions");
        }
        int shard = Ids.shardOf(terms.traderId(), ofShard.length());
        String full = enter(shard);
        if (full != null) {
            abroad.decrementAndGet();
            return refused(full);
        }
        Sending sending;
        try {
            sending = gateway.sendTransfer(terms);
        } catch (RuntimeException e) {
            leave(shard);
            abroad.decrementAndGet();
            throw e;
        }
        return new Sending(
                sending.held().whenComplete((done, failure) -> ofShard.decrementAndGet(shard)),
                sending.ended()
                        .whenComplete(
                                (done, failure) -> {
                                    waiting.decrementAndGet();
                                    abroad.decrementAndGet();
                                }));
    }

    private static Sending refused(String why) {
        CompletableFuture<CommandAnswer> refusal =
                CompletableFuture.failedFuture(new UnavailableException(why, SOON, false));
        return new Sending(refusal, refusal);
    }

    @Override
    public CompletableFuture<CommandAnswer> applyTransfer(
            SenderId sender, TransferRequest request) {
        return send(request.terms().traderId(), () -> gateway.applyTransfer(sender, request));
    }

    @Override
    public CompletableFuture<CommandAnswer> barTransfer(SenderId sender, TransferRequest request) {
        return send(request.terms().traderId(), () -> gateway.barTransfer(sender, request));
    }

    @Override
    public CompletableFuture<CommandAnswer> cancelTransfer(UUID traderId, UUID transferId) {
        return send(traderId, () -> gateway.cancelTransfer(traderId, transferId));
    }
}
