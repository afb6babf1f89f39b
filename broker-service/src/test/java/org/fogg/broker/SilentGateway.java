package org.fogg.broker;

import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandGateway;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;

/** A gateway whose answers come when the test says so. Thread-safe. */
public final class SilentGateway implements CommandGateway {

    private final Queue<CompletableFuture<CommandAnswer>> waiting = new ConcurrentLinkedQueue<>();

    private CompletableFuture<CommandAnswer> answer() {
        var answer = new CompletableFuture<CommandAnswer>();
        waiting.add(answer);
        return answer;
    }

    /** How many commands wait for their answer. */
    public int waiting() {
        return waiting.size();
    }

    /** Fails all that wait. */
    public void failAll(RuntimeException reason) {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.completeExceptionally(reason);
        }
    }

    @Override
    public CompletableFuture<CommandAnswer> placeOrder(OrderTerms terms) {
        return answer();
    }

    @Override
    public CompletableFuture<CommandAnswer> cancelOrder(UUID traderId, UUID orderId) {
        return answer();
    }

    @Override
    public CompletableFuture<CommandAnswer> replaceOrder(ReplaceTerms terms) {
        return answer();
    }

    @Override
    public CompletableFuture<CommandAnswer> openAccount(UUID commandId, UUID traderId, long cash) {
        return answer();
    }

    @Override
    public CompletableFuture<CommandAnswer> deposit(UUID commandId, UUID traderId, long amount) {
        return answer();
    }

    @Override
    public CompletableFuture<CommandAnswer> setHalt(UUID traderId, boolean halted) {
        return answer();
    }

    @Override
    public Sending sendTransfer(TransferTerms terms) {
        return new Sending(answer(), answer());
    }

    @Override
    public CompletableFuture<CommandAnswer> applyTransfer(
            SenderId sender, TransferRequest request) {
        return answer();
    }

    @Override
    public CompletableFuture<CommandAnswer> barTransfer(SenderId sender, TransferRequest request) {
        return answer();
    }

    @Override
    public CompletableFuture<CommandAnswer> cancelTransfer(UUID traderId, UUID transferId) {
        return answer();
    }
}
