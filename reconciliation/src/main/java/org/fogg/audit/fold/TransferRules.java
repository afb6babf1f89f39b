package org.fogg.audit.fold;

import java.util.UUID;
import org.fogg.audit.fold.Transfer.State;
import org.fogg.audit.fold.Transfers.Arrival;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Decision.TransferApplied;
import org.fogg.audit.journal.Decision.TransferBarred;
import org.fogg.audit.journal.Decision.TransferEnded;
import org.fogg.audit.journal.Decision.TransferHeld;
import org.fogg.audit.journal.Decision.TransferSent;
import org.fogg.audit.journal.Place;
import org.fogg.contracts.sbe.TransferOutcome;
import org.jspecify.annotations.Nullable;

/** What each decision about a transfer does to the books, and whether it may. */
final class TransferRules {

    private final Transfers transfers;
    private final Objections objections;
    private final AccountRules accounts;

    TransferRules(Books books, Objections objections, AccountRules accounts) {
        this.transfers = books.transfers();
        this.objections = objections;
        this.accounts = accounts;
    }

    /** Applies a decision; false when it is about something else. */
    boolean apply(Place place, Decision decision) {
        if (decision instanceof TransferHeld held) {
            held(place, held);
        } else if (decision instanceof TransferSent sent) {
            sent(place, sent);
        } else if (decision instanceof TransferEnded ended) {
            ended(place, ended);
        } else if (decision instanceof TransferApplied applied) {
            applied(place, applied);
        } else if (decision instanceof TransferBarred barred) {
            barred(place, barred);
        } else {
            return false;
        }
        return true;
    }

    private void held(Place place, TransferHeld decision) {
        UUID id = decision.transferId();
        long due = transfers.held(new Transfer(place.shard(), decision));
        if (decision.number() != due) {
            objections.transfer("transfer-number-wrong", place, id, due, decision.number());
        }
        if (decision.amount() < 0) {
            objections.transfer("transfer-negative", place, id, "0 or more", decision.amount());
        }
        move(place, decision.traderId(), id, decision.at(), -decision.amount(), true);
    }

    private void sent(Place place, TransferSent decision) {
        Transfer transfer = known(place, decision.number(), decision.traderId());
        if (transfer != null) {
            step(place, transfer, State.SENT, transfer.state() == State.HELD);
        }
    }

    private void ended(Place place, TransferEnded decision) {
        Transfer transfer = known(place, decision.number(), decision.traderId());
        if (transfer == null) {
            return;
        }
        TransferHeld terms = transfer.terms();
        if (decision.amount() != terms.amount()
                || !decision.transferId().equals(terms.transferId())) {
            objections.transfer("transfer-altered", place, terms.transferId(), terms, decision);
        }
        if (decision.outcome() == TransferOutcome.APPLIED) {
            step(place, transfer, State.APPLIED, transfer.state() == State.SENT);
            transfers.abroad(decision.amount());
            Account account = accounts.account(place, decision.traderId());
            accounts.remember(
                    place,
                    account,
                    terms.transferId(),
                    Remittance.TRANSIT,
                    Remittance.ABROAD,
                    decision.amount(),
                    decision.at());
            accounts.changed(place, account, decision.at());
        } else {
            step(place, transfer, State.VOIDED, transfer.isOpen());
            move(
                    place,
                    decision.traderId(),
                    terms.transferId(),
                    decision.at(),
                    decision.amount(),
                    true);
        }
    }

    private void step(Place place, Transfer transfer, State to, boolean allowed) {
        if (!allowed) {
            objections.transfer(
                    "transfer-step-wrong",
                    place,
                    transfer.terms().transferId(),
                    "a step from " + transfer.state(),
                    to);
        }
        transfer.move(to);
    }

    private @Nullable Transfer known(Place place, long number, UUID traderId) {
        Transfer transfer = transfers.find(place.shard(), number);
        if (transfer == null || !transfer.terms().traderId().equals(traderId)) {
            objections.transfer(
                    "transfer-missing",
                    place,
                    traderId,
                    "a transfer of this trader with number " + number,
                    transfer == null ? "none" : transfer.terms());
            return null;
        }
        return transfer;
    }

    private void applied(Place place, TransferApplied decision) {
        Arrival arrival = new Arrival(decision.sender(), decision.senderShard(), decision.number());
        UUID id = decision.transferId();
        if (transfers.applied(arrival, decision) != null) {
            objections.transfer("transfer-applied-twice", place, id, "once", arrival);
        }
        if (transfers.isBarred(arrival)) {
            objections.transfer("transfer-applied-barred", place, id, "never", arrival);
        }
        transfers.abroad(-decision.amount());
        move(place, decision.traderId(), id, decision.at(), decision.amount(), false);
    }

    private void barred(Place place, TransferBarred decision) {
        Arrival arrival = new Arrival(decision.sender(), decision.senderShard(), decision.number());
        TransferApplied before = transfers.findApplied(arrival);
        if (before != null) {
            objections.transfer(
                    "transfer-barred-applied", place, before.transferId(), "applied", arrival);
        }
        transfers.barred(arrival);
    }

    /** Moves an account's cash from or to what is on its way, or from abroad. */
    private void move(
            Place place, UUID traderId, UUID transferId, long at, long amount, boolean sender) {
        Account account = accounts.account(place, traderId);
        account.pay(amount);
        boolean out = amount < 0 || (amount == 0 && sender);
        String other = sender ? Remittance.TRANSIT : Remittance.ABROAD;
        accounts.remember(
                place,
                account,
                transferId,
                out ? Remittance.TRADER : other,
                out ? other : Remittance.TRADER,
                Math.abs(amount),
                at);
        accounts.changed(place, account, at);
    }
}
