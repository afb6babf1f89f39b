package org.fogg.core.engine;

import java.util.UUID;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/** Decides on accounts, deposits and the kill switch. */
final class Administration {

    /** Leaves room above it, so that the proceeds of sales always fit. */
    static final long MAX_CASH = Long.MAX_VALUE / 2;

    private final Shard shard;
    private final Decider decider;

    Administration(Shard shard, Decider decider) {
        this.shard = shard;
        this.decider = decider;
    }

    void openAccount(long token, UUID commandId, UUID traderId, long cash, long now) {
        Account known = shard.accounts.get(traderId);
        if (known != null) {
            if (known.openedBy.equals(commandId)) {
                decider.answer(token, CommandResult.DONE);
            } else {
                decider.refuse(token, traderId, null, Reason.ACCOUNT_EXISTS, now);
            }
        } else if (cash < 0) {
            decider.refuse(token, traderId, null, Reason.INVALID_TERMS, now);
        } else if (cash > MAX_CASH) {
            decider.refuse(token, traderId, null, Reason.OVERFLOW, now);
        } else {
            decider.decide(new Decision.AccountOpened(commandId, traderId, cash, now));
            decider.answer(token, CommandResult.DONE);
        }
    }

    void deposit(long token, UUID commandId, UUID traderId, long amount, long now) {
        Account account = shard.accounts.get(traderId);
        if (shard.deposits.contains(commandId)) {
            decider.answer(token, CommandResult.DONE);
        } else if (account == null) {
            decider.refuse(token, traderId, null, Reason.UNKNOWN_ACCOUNT, now);
        } else if (amount <= 0) {
            decider.refuse(token, traderId, null, Reason.INVALID_TERMS, now);
        } else if (amount > MAX_CASH - account.cash) {
            decider.refuse(token, traderId, null, Reason.OVERFLOW, now);
        } else {
            decider.decide(new Decision.CashDeposited(commandId, traderId, amount, now));
            decider.answer(token, CommandResult.DONE);
        }
    }

    void halt(long token, @Nullable UUID traderId, boolean halted, long now) {
        boolean before = shard.halted;
        if (traderId != null) {
            Account account = shard.accounts.get(traderId);
            if (account == null) {
                decider.refuse(token, traderId, null, Reason.UNKNOWN_ACCOUNT, now);
                return;
            }
            before = account.halted;
        }
        if (before != halted) {
            decider.decide(new Decision.HaltChanged(traderId, halted, now));
        }
        decider.answer(token, CommandResult.DONE);
    }
}
