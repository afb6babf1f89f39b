package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/** Decides on money that leaves for other georegions. */
final class Funding {

    private final Shard shard;
    private final Decider decider;
    private final EngineListener listener;

    /** Where nothing can be sent to at present; not journaled. */
    private final Set<String> unreachable = new HashSet<>();

    /** Cancellations that wait for a transfer's end, by its number; not journaled. */
    private final Map<Long, List<Long>> waiting = new HashMap<>();

    Funding(Shard shard, Decider decider, EngineListener listener) {
        this.shard = shard;
        this.decider = decider;
        this.listener = listener;
    }

    void transfer(long token, TransferTerms terms, long now) {
        Transfer known = shard.outgoing.find(terms.id());
        if (known != null && isSame(known.terms(), terms)) {
            if (!known.state().isOpen()) {
                listener.transferred(token, outcome(known.state()));
            }
            decider.answer(token, CommandResult.DONE);
            return;
        }
        CommandResult refusal =
                known != null ? CommandResult.refused(Reason.CLIENT_ORDER_ID_REUSED) : check(terms);
        if (refusal != null) {
            decider.refuse(token, terms.traderId(), terms.id(), refusal, now);
            return;
        }
        long number = shard.outgoing.nextNumber();
        decider.decide(new Decision.TransferHeld(number, terms, now));
        if (!unreachable.contains(terms.destination())) {
            send(number, now);
        }
        decider.answer(token, CommandResult.DONE);
    }

    private static TransferOutcome outcome(TransferState ended) {
        return ended == TransferState.APPLIED ? TransferOutcome.APPLIED : TransferOutcome.VOIDED;
    }

    private @Nullable CommandResult check(TransferTerms terms) {
        UUID id = terms.id();
        OrderTerms order = terms.order();
        if (shard.knows(id) || shard.pending.containsKey(id)) {
            return CommandResult.refused(Reason.CLIENT_ORDER_ID_REUSED);
        }
        Account account = shard.accounts.get(terms.traderId());
        if (account == null) {
            return CommandResult.refused(Reason.UNKNOWN_ACCOUNT);
        }
        if (terms.amount() < 0
                || (order == null && terms.amount() == 0)
                || terms.destination().isEmpty()
                || (order != null && !isOf(order, terms))) {
            return CommandResult.refused(Reason.INVALID_TERMS);
        }
        if (order != null && shard.isHalted(account)) {
            return CommandResult.refused(Reason.HALTED);
        }
        long available = account.availableCash();
        return terms.amount() > available
                ? CommandResult.refused(Reason.INSUFFICIENT_CASH, terms.amount(), available)
                : null;
    }

    private static boolean isOf(OrderTerms order, TransferTerms terms) {
        return order.orderId().equals(terms.id()) && order.traderId().equals(terms.traderId());
    }

    /** The amount and the order's end may have been computed anew for a retry. */
    private static boolean isSame(TransferTerms known, TransferTerms terms) {
        return known.traderId().equals(terms.traderId())
                && known.destination().equals(terms.destination())
                && isSameContent(known, terms);
    }

    private static boolean isSameContent(TransferTerms known, TransferTerms terms) {
        OrderTerms order = known.order();
        OrderTerms again = terms.order();
        if (order == null || again == null) {
            return order == null && again == null && known.amount() == terms.amount();
        }
        return OrderContent.isSame(order, again);
    }

    private void send(long number, long now) {
        Transfer transfer = shard.transfer(number);
        decider.decide(new Decision.TransferSent(number, transfer.terms().traderId(), now));
        listener.send(request(transfer));
    }

    private TransferRequest request(Transfer transfer) {
        return new TransferRequest(
                transfer.number(),
                shard.outgoing.lowestOpen(),
                transfer.terms(),
                shard.decisionCount);
    }

    void reach(String destination, boolean reachable, long now) {
        if (!reachable) {
            unreachable.add(destination);
        } else if (unreachable.remove(destination)) {
            for (Transfer transfer : shard.outgoing.open()) {
                if (transfer.state() == TransferState.HELD
                        && transfer.terms().destination().equals(destination)) {
                    send(transfer.number(), now);
                }
            }
        }
    }

    void resume(long now) {
        for (Transfer transfer : shard.outgoing.open()) {
            if (transfer.state() == TransferState.SENT) {
                listener.send(request(transfer));
            } else if (!unreachable.contains(transfer.terms().destination())) {
                send(transfer.number(), now);
            }
        }
    }

    void cancel(long token, UUID traderId, UUID id, long now) {
        Transfer transfer = shard.outgoing.find(id);
        if (transfer == null || !transfer.terms().traderId().equals(traderId)) {
            decider.refuse(token, traderId, id, Reason.UNKNOWN_ORDER, now);
            return;
        }
        switch (transfer.state()) {
            case HELD -> {
                end(transfer, TransferOutcome.VOIDED, now);
                decider.answer(token, CommandResult.DONE);
            }
            case SENT -> {
                waiting.computeIfAbsent(transfer.number(), n -> new ArrayList<>()).add(token);
                listener.recall(request(transfer));
            }
            case APPLIED -> decider.refuse(token, traderId, id, Reason.TRANSFER_APPLIED, now);
            case VOIDED -> decider.answer(token, CommandResult.DONE);
        }
    }

    void onAnswer(long number, TransferOutcome outcome, long now) {
        Transfer transfer = shard.outgoing.find(number);
        if (transfer == null || transfer.state() == TransferState.HELD) {
            throw new IllegalStateException("Answer to a transfer that was not sent: " + number);
        }
        boolean voided = transfer.state() == TransferState.VOIDED;
        if (voided && outcome == TransferOutcome.APPLIED) {
            throw new IllegalStateException("Applied after it was voided: " + transfer);
        }
        if (outcome == TransferOutcome.UNKNOWN || !transfer.state().isOpen()) {
            return;
        }
        end(transfer, outcome, now);
        List<Long> tokens = waiting.remove(number);
        if (tokens != null) {
            tokens.forEach(
                    token ->
                            cancel(token, transfer.terms().traderId(), transfer.terms().id(), now));
        }
    }

    private void end(Transfer transfer, TransferOutcome outcome, long now) {
        TransferTerms terms = transfer.terms();
        decider.decide(
                new Decision.TransferEnded(
                        transfer.number(),
                        terms.id(),
                        terms.traderId(),
                        terms.amount(),
                        outcome,
                        now));
    }

    /** Commands that wait are forgotten, as with attempts. */
    void forgetAll() {
        waiting.clear();
    }
}
