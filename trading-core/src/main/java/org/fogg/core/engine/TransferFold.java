package org.fogg.core.engine;

import org.fogg.core.funding.OutgoingTransfers;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;

/** Applies decisions on transfers between georegions. */
final class TransferFold {

    private final Shard shard;

    TransferFold(Shard shard) {
        this.shard = shard;
    }

    /** The account that a decision has changed; it has to be counted. */
    void apply(Decision.TransferHeld held, Account account) {
        TransferTerms terms = held.terms();
        Fold.require(held.number() == shard.outgoing.nextNumber(), held);
        Fold.require(shard.outgoing.find(terms.id()) == null, held);
        boolean covered = terms.amount() >= 0 && terms.amount() <= account.cash - account.reserved;
        Fold.require(covered, held);
        shard.outgoing.put(
                new Transfer(held.number(), terms, TransferState.HELD, held.at(), held.at()));
        account.cash -= terms.amount();
        account.inTransit += terms.amount();
    }

    void apply(Decision.TransferSent sent) {
        move(sent.number(), TransferState.SENT, sent);
    }

    void apply(Decision.TransferEnded ended, Account account) {
        boolean applied = ended.outcome() == TransferOutcome.APPLIED;
        Fold.require(ended.outcome() != TransferOutcome.UNKNOWN, ended);
        Transfer transfer = Fold.found(shard.outgoing.find(ended.number()), ended);
        boolean fits =
                transfer.terms().amount() == ended.amount()
                        && transfer.terms().id().equals(ended.id())
                        && transfer.terms().traderId().equals(ended.traderId())
                        && (applied || account.cash + ended.amount() >= 0);
        Fold.require(fits, ended);
        move(ended.number(), applied ? TransferState.APPLIED : TransferState.VOIDED, ended);
        account.inTransit -= ended.amount();
        if (!applied) {
            account.cash += ended.amount();
        }
    }

    private void move(long number, TransferState to, Decision decision) {
        Transfer transfer = Fold.found(shard.outgoing.find(number), decision);
        Fold.require(OutgoingTransfers.leads(transfer.state(), to), decision);
        shard.outgoing.move(transfer, to, decision.at());
    }

    void apply(Decision.TransferApplied applied, Account account) {
        boolean fits = applied.amount() >= 0 && account.cash + applied.amount() >= 0;
        Fold.require(fits, applied);
        put(
                applied.sender(),
                applied.number(),
                applied.lowestOpen(),
                TransferOutcome.APPLIED,
                applied);
        account.cash += applied.amount();
        if (account.home == null && account.openedBy.equals(applied.id())) {
            account.home = applied.sender().georegion();
        }
    }

    void apply(Decision.TransferBarred barred) {
        put(barred.sender(), barred.number(), barred.lowestOpen(), TransferOutcome.VOIDED, barred);
    }

    private void put(
            SenderId sender,
            long number,
            long lowestOpen,
            TransferOutcome outcome,
            Decision decision) {
        Fold.require(lowestOpen >= 1 && lowestOpen <= number, decision);
        boolean unknown = shard.incoming.outcome(sender, number) == TransferOutcome.UNKNOWN;
        Fold.require(unknown, decision);
        shard.incoming.put(sender, number, lowestOpen, outcome);
    }
}
