package org.fogg.audit.world;

import java.util.UUID;
import org.fogg.audit.journal.Decision;
import org.fogg.contracts.sbe.EntryKind;
import org.fogg.contracts.sbe.TransferOutcome;

/** Plays one transfer's steps at its sender and at its receiver, an entry each. */
public final class TransferSteps {

    private final UUID trader;
    private final UUID id;
    private final long number;
    private final long amount;

    /** A transfer of its sending shard's number. */
    public TransferSteps(UUID trader, UUID id, long number, long amount) {
        this.trader = trader;
        this.id = id;
        this.number = number;
        this.amount = amount;
    }

    /** The sender sets the money aside. */
    public TransferSteps held(WorldBuilder at, String destination) {
        Shard shard = at.shardOf(trader);
        long now = at.tick();
        move(at, "trader", "transit", -amount, now);
        shard.decisions.add(
                new Decision.TransferHeld(number, id, trader, amount, destination, null, now));
        at.commit(shard, EntryKind.DECISIONS);
        return this;
    }

    /** It may leave. */
    public TransferSteps sent(WorldBuilder at) {
        Shard shard = at.shardOf(trader);
        shard.decisions.add(new Decision.TransferSent(number, trader, at.tick()));
        at.commit(shard, EntryKind.DECISIONS);
        return this;
    }

    /** The sender hears what came of it. */
    public TransferSteps ended(WorldBuilder at, TransferOutcome outcome) {
        Shard shard = at.shardOf(trader);
        long now = at.tick();
        boolean applied = outcome == TransferOutcome.APPLIED;
        move(at, "transit", applied ? "abroad" : "trader", applied ? 0 : amount, now);
        shard.decisions.add(new Decision.TransferEnded(number, id, trader, amount, outcome, now));
        at.commit(shard, EntryKind.DECISIONS);
        return this;
    }

    /** The money comes to a trader without an account there. */
    public TransferSteps applied(WorldBuilder at, String sender) {
        Shard shard = at.shardOf(trader);
        long now = at.tick();
        at.accounts.put(trader, new AccountState(trader, shard.number, now));
        shard.decisions.add(new Decision.AccountOpened(id, trader, 0, now));
        move(at, "abroad", "trader", amount, now);
        shard.decisions.add(
                new Decision.TransferApplied(
                        sender, shard.number, number, id, trader, amount, now));
        at.commit(shard, EntryKind.DECISIONS);
        return this;
    }

    /** It will never be applied. */
    public TransferSteps barred(WorldBuilder at, String sender) {
        Shard shard = at.shardOf(trader);
        shard.decisions.add(
                new Decision.TransferBarred(sender, shard.number, number, trader, at.tick()));
        at.commit(shard, EntryKind.DECISIONS);
        return this;
    }

    private void move(WorldBuilder at, String from, String to, long paid, long now) {
        Shard shard = at.shardOf(trader);
        AccountState account = at.accounts.get(trader);
        account.cash += paid;
        account.changed(shard.next, now);
        if (amount == 0) {
            return;
        }
        shard.lineN = shard.decisions.size();
        at.line(account, shard, 0, from, "USD", -amount, "transfer", id, now);
        at.line(account, shard, 1, to, "USD", amount, "transfer", id, now);
        shard.lineN = 0;
    }
}
