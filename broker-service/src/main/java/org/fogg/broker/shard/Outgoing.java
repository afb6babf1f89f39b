package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.Command.Origin;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.TransferEnded;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.owner.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A shard's transfers on their way to other georegions, and who waits for what becomes of them.
 * What the receiver said to an order is not journaled here: it is kept in the portfolio before the
 * transfer ends. Confined to the agent's thread.
 */
final class Outgoing {

    private final SenderId sender;
    private final ShardPorts ports;
    private final BiConsumer<Long, TransferOutcome> ended;
    private final Consumer<Answer<Origin>> told;

    /** The owner asks again each second; a call that is under way is enough. */
    private final Set<Call> underWay = new HashSet<>();

    /** Who waits for a transfer that is open, by its id. */
    private final Map<UUID, Origin> waiting = new HashMap<>();

    /** What the receiver said, until the end of the transfer is durable. */
    private final Map<UUID, CommandAnswer> replies = new HashMap<>();

    private record Call(long number, boolean recall) {}

    /**
     * @param ports of an owner that still has the shard
     * @param ended called, on the agent's thread, with how a transfer ended
     * @param told called, on the agent's thread, with what a client can be told before that is
     *     durable
     */
    Outgoing(
            int shard,
            ShardPorts ports,
            BiConsumer<Long, TransferOutcome> ended,
            Consumer<Answer<Origin>> told) {
        this.sender = new SenderId(ports.georegion(), shard);
        this.ports = ports;
        this.ended = ended;
        this.told = told;
    }

    /** A command has been given that sends a transfer, which is open or not there. */
    void asked(Command.SendTransfer command, @Nullable Transfer transfer) {
        if (transfer != null && transfer.state().isOpen()) {
            waiting.put(transfer.terms().id(), command.origin());
        }
    }

    /** Sends a request, or asks for the money back, unless the same is under way. */
    void call(TransferRequest request, boolean recall) {
        var call = new Call(request.number(), recall);
        if (!underWay.add(call)) {
            return;
        }
        var origin = new Origin(Ids.NONE, 0, ports.clock().getAsLong());
        ports.foreign()
                .ask(
                        request.terms().destination(),
                        recall
                                ? new Command.BarTransfer(origin, sender, request)
                                : new Command.ApplyTransfer(origin, sender, request))
                .whenComplete(
                        (answer, failure) ->
                                ports.agent().post(() -> answered(call, request, answer)));
    }

    private void answered(Call call, TransferRequest request, @Nullable CommandAnswer answer) {
        underWay.remove(call);
        if (answer == null || answer.transfer() == TransferOutcome.UNKNOWN) {
            return;
        }
        OrderTerms order = call.recall() ? null : request.terms().order();
        if (order == null) {
            ended.accept(call.number(), answer.transfer());
            return;
        }
        // First of all, for once the transfer has ended nobody asks for this again.
        keep(order, answer)
                .whenComplete(
                        (kept, failure) ->
                                ports.agent()
                                        .post(() -> kept(call.number(), order, answer, failure)));
    }

    private CompletionStage<Void> keep(OrderTerms order, CommandAnswer answer) {
        OrderSnapshot decided = answer.order();
        if (decided != null) {
            return ports.portfolio().keep(decided);
        }
        // Placed and closed so long ago that it is only known: its events tell the portfolio.
        return answer.reason() == Reason.NONE
                ? CompletableFuture.completedFuture(null)
                : ports.portfolio().keepRefused(order, answer.reason(), ports.clock().getAsLong());
    }

    private void kept(
            long number, OrderTerms order, CommandAnswer answer, @Nullable Throwable failure) {
        if (failure != null) {
            // The owner asks again.
            return;
        }
        if (isSettled(answer)) {
            Origin origin = waiting.remove(order.orderId());
            if (origin != null) {
                told.accept(answer(order.orderId(), answer.transfer(), origin, answer));
            }
        } else if (waiting.containsKey(order.orderId())) {
            replies.put(order.orderId(), answer);
        }
        ended.accept(number, answer.transfer());
    }

    /**
     * Whether the order has been taken there, which no later request changes: its client need not
     * wait until the end is durable here. A refusal has to: a new owner that does not know the end
     * sends the order again, and it may be taken then.
     */
    private static boolean isSettled(CommandAnswer answer) {
        return answer.order() != null && answer.reason() == Reason.NONE;
    }

    /** The answers to those who wait for what is durable now. */
    List<Answer<Origin>> answers(List<Decision> durable) {
        List<Answer<Origin>> answers = new ArrayList<>();
        for (Decision decision : durable) {
            if (decision instanceof TransferEnded end) {
                CommandAnswer reply = replies.remove(end.id());
                Origin origin = waiting.remove(end.id());
                if (origin != null) {
                    answers.add(answer(end.id(), end.outcome(), origin, reply));
                }
            }
        }
        return answers;
    }

    private static Answer<Origin> answer(
            UUID id, TransferOutcome outcome, Origin origin, @Nullable CommandAnswer reply) {
        CommandResult result;
        if (reply != null) {
            result =
                    new CommandResult(
                            reply.reason(), reply.requested(), reply.available(), reply.order());
        } else if (outcome == TransferOutcome.VOIDED) {
            result = CommandResult.refused(Reason.TRANSFER_VOIDED);
        } else {
            result = CommandResult.DONE;
        }
        return new Answer<>(new Origin(id, origin.replyTo(), origin.acceptedAt()), result, outcome);
    }
}
