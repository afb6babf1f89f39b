package org.fogg.core.engine;

import java.util.UUID;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.Reason;

/** Decides on money that comes from other georegions. */
final class Receiving {

    private final Shard shard;
    private final Decider decider;
    private final EngineListener listener;
    private final Placing placing;

    Receiving(Shard shard, Decider decider, EngineListener listener, Placing placing) {
        this.shard = shard;
        this.decider = decider;
        this.listener = listener;
        this.placing = placing;
    }

    void apply(long token, SenderId sender, TransferRequest request, long now) {
        TransferTerms terms = request.terms();
        TransferOutcome outcome = shard.incoming.outcome(sender, request.number());
        if (outcome == TransferOutcome.UNKNOWN) {
            outcome = take(sender, request, now);
        }
        listener.transferred(token, outcome);
        if (outcome == TransferOutcome.VOIDED) {
            decider.answer(token, CommandResult.refused(Reason.TRANSFER_VOIDED));
        } else if (terms.order() == null) {
            decider.answer(token, CommandResult.DONE);
        } else {
            placing.place(token, terms.order(), now);
        }
    }

    private TransferOutcome take(SenderId sender, TransferRequest request, long now) {
        TransferTerms terms = request.terms();
        UUID traderId = terms.traderId();
        Account account = shard.accounts.get(traderId);
        long cash = account == null ? 0 : account.cash;
        if (terms.amount() > Administration.MAX_CASH - cash) {
            bar(sender, request, now);
            return TransferOutcome.VOIDED;
        }
        if (account == null) {
            decider.decide(new Decision.AccountOpened(terms.id(), traderId, 0, now));
        }
        decider.decide(
                new Decision.TransferApplied(
                        sender,
                        request.number(),
                        request.lowestOpen(),
                        terms.id(),
                        traderId,
                        terms.amount(),
                        now));
        return TransferOutcome.APPLIED;
    }

    void bar(long token, SenderId sender, TransferRequest request, long now) {
        TransferOutcome outcome = shard.incoming.outcome(sender, request.number());
        if (outcome == TransferOutcome.UNKNOWN) {
            bar(sender, request, now);
            outcome = TransferOutcome.VOIDED;
        }
        listener.transferred(token, outcome);
        decider.answer(token, CommandResult.DONE);
    }

    private void bar(SenderId sender, TransferRequest request, long now) {
        decider.decide(
                new Decision.TransferBarred(
                        sender,
                        request.number(),
                        request.lowestOpen(),
                        request.terms().traderId(),
                        now));
    }
}
