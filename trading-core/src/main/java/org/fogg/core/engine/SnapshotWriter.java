package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.fogg.core.funding.IncomingTransfers;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.snapshot.SnapshotChunk;
import org.fogg.core.snapshot.SnapshotRecord;

/** Tells a shard's journaled state, in an order that depends on nothing but the state. */
final class SnapshotWriter implements IncomingTransfers.Visitor {

    private final Shard shard;
    private final long stateHash;
    private final int size;
    private final Consumer<SnapshotChunk> listener;
    private List<SnapshotRecord> records = new ArrayList<>();
    private int number;

    private SnapshotWriter(Shard shard, int size, Consumer<SnapshotChunk> listener) {
        this.shard = shard;
        this.size = size;
        this.listener = listener;
        stateHash = StateHash.of(shard);
    }

    static void write(Shard shard, int size, Consumer<SnapshotChunk> listener) {
        new SnapshotWriter(shard, size, listener).write();
    }

    private void write() {
        add(new SnapshotRecord.Whole(shard.halted, shard.haltDecision));
        shard.accounts.values().stream()
                .sorted(Comparator.comparing(account -> account.traderId))
                .forEach(this::add);
        shard.orders.values().stream()
                .filter(Order::isOpen)
                .sorted(Comparator.comparingLong(order -> order.number))
                .forEach(order -> add(order.record()));
        shard.closed.whole().forEach(order -> add(order.record()));
        shard.closed.visit(
                (orderId, content) -> add(new SnapshotRecord.ClosedOrder(orderId, content)));
        shard.deposits.stream().sorted().forEach(id -> add(new SnapshotRecord.Deposit(id)));
        shard.outgoing.all().stream()
                .sorted(Comparator.comparingLong(Transfer::number))
                .forEach(transfer -> add(new SnapshotRecord.Outgoing(transfer)));
        shard.incoming.visit(this);
        tell(true);
    }

    @Override
    public void sender(SenderId sender, long mark) {
        add(new SnapshotRecord.Sender(sender, mark));
    }

    @Override
    public void outcome(SenderId sender, long transfer, TransferOutcome outcome) {
        add(new SnapshotRecord.Incoming(sender, transfer, outcome));
    }

    private void add(Account account) {
        add(
                new SnapshotRecord.Account(
                        account.traderId,
                        account.openedBy,
                        account.cash,
                        account.halted,
                        account.createdAt,
                        account.lastDecision,
                        account.home));
        account.holdings.values().stream()
                .filter(holding -> !holding.isEmpty())
                .sorted(Comparator.comparingInt(holding -> holding.stockId))
                .forEach(
                        holding ->
                                add(
                                        new SnapshotRecord.Holding(
                                                account.traderId,
                                                holding.stockId,
                                                holding.quantity,
                                                holding.cost)));
        account.recentOrders.records(account.traderId, this::add);
    }

    private void add(SnapshotRecord next) {
        if (records.size() == size) {
            tell(false);
        }
        records.add(next);
    }

    private void tell(boolean last) {
        listener.accept(
                new SnapshotChunk(
                        SnapshotChunk.VERSION,
                        number++,
                        last,
                        shard.decisionCount,
                        stateHash,
                        records));
        records = new ArrayList<>();
    }
}
