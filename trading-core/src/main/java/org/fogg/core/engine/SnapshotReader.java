package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fogg.core.funding.Transfer;
import org.fogg.core.snapshot.SnapshotChunk;
import org.fogg.core.snapshot.SnapshotRecord;
import org.jspecify.annotations.Nullable;

/** Puts a snapshot into an empty shard, and refuses what is not one whole snapshot. */
final class SnapshotReader {

    private final Shard shard;
    private final List<Order> open = new ArrayList<>();
    private @Nullable SnapshotChunk latest;

    private SnapshotReader(Shard shard) {
        this.shard = shard;
    }

    static void read(Shard shard, Iterable<SnapshotChunk> chunks) {
        SnapshotReader reader = new SnapshotReader(shard);
        for (SnapshotChunk chunk : chunks) {
            reader.take(chunk);
        }
        reader.finish();
    }

    private void take(SnapshotChunk chunk) {
        require(chunk.version() == SnapshotChunk.VERSION, "version " + chunk.version());
        SnapshotChunk before = latest;
        if (before == null) {
            require(chunk.number() == 0, "its first chunk is missing");
        } else {
            require(!before.last() && chunk.number() == before.number() + 1, "a chunk is missing");
            boolean sameState =
                    chunk.stateHash() == before.stateHash()
                            && chunk.decisions() == before.decisions();
            require(sameState, "its chunks are of different snapshots");
        }
        latest = chunk;
        chunk.records().forEach(this::take);
    }

    private void take(SnapshotRecord next) {
        if (next instanceof SnapshotRecord.Order r) {
            order(r);
        } else if (next instanceof SnapshotRecord.ClosedOrder r) {
            closed(r);
        } else if (next instanceof SnapshotRecord.Account r) {
            Account account = new Account(r.traderId(), r.openedBy(), r.cash(), r.createdAt());
            account.halted = r.halted();
            account.lastDecision = r.lastDecision();
            account.home = r.home();
            require(shard.accounts.put(r.traderId(), account) == null, "an account comes twice");
        } else if (next instanceof SnapshotRecord.Holding r) {
            Holding holding = account(r.traderId()).holding(r.stockId());
            holding.quantity = r.quantity();
            holding.cost = r.cost();
        } else if (next instanceof SnapshotRecord.RecentOrder r) {
            account(r.traderId()).recentOrders.add(r);
        } else if (next instanceof SnapshotRecord.Deposit r) {
            shard.deposits.add(r.commandId());
        } else if (next instanceof SnapshotRecord.Whole r) {
            shard.halted = r.halted();
            shard.haltDecision = r.haltDecision();
        } else {
            transfer(next);
        }
    }

    private void transfer(SnapshotRecord next) {
        if (next instanceof SnapshotRecord.Outgoing r) {
            Transfer transfer = r.transfer();
            boolean isNext = transfer.number() == shard.outgoing.nextNumber();
            require(isNext, "a transfer is missing");
            shard.outgoing.put(transfer);
            if (transfer.state().isOpen()) {
                account(transfer.terms().traderId()).inTransit += transfer.terms().amount();
            }
        } else if (next instanceof SnapshotRecord.Sender r) {
            shard.incoming.restore(r.sender(), r.mark());
        } else if (next instanceof SnapshotRecord.Incoming r) {
            shard.incoming.put(r.sender(), r.number(), 1, r.outcome());
        }
    }

    private void order(SnapshotRecord.Order next) {
        Account account = account(next.order().terms().traderId());
        Stock stock = shard.stockFor(next.order().terms().stockId());
        Order order = new Order(next, account, stock);
        require(shard.orders.put(order.terms.orderId(), order) == null, "an order comes twice");
        if (order.isOpen()) {
            account.openOrders.add(order);
            account.reserved += order.reserve();
            shard.openOrders++;
            shard.expiries.add(order);
            open.add(order);
        } else {
            shard.close(order);
        }
    }

    private void closed(SnapshotRecord.ClosedOrder next) {
        require(!shard.knows(next.orderId()), "an order comes twice");
        shard.closed.restore(next.orderId(), next.content());
    }

    private void finish() {
        SnapshotChunk last = latest;
        if (last == null || !last.last()) {
            throw broken("its end is missing");
        }
        shard.decisionCount = last.decisions();
        // In the order of their places each goes to the end of its queue, which takes one step.
        open.sort(Comparator.comparingLong(order -> order.priority));
        open.forEach(shard.resting::update);
        require(StateHash.of(shard) == last.stateHash(), "its state hash is another");
    }

    private Account account(UUID traderId) {
        Account account = shard.accounts.get(traderId);
        if (account == null) {
            throw broken("an account is missing");
        }
        return account;
    }

    private static void require(boolean fits, String what) {
        if (!fits) {
            throw broken(what);
        }
    }

    private static IllegalArgumentException broken(String what) {
        return new IllegalArgumentException("Not a snapshot that can be restored: " + what);
    }
}
