package org.fogg.audit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fogg.audit.table.AccountRow;
import org.fogg.audit.table.HoldingRow;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.sbe.Side;

/** An account as the played broker keeps it. */
final class AccountState {
    final UUID trader;
    final Map<Integer, HoldingRow> holdings = new TreeMap<>();
    final List<OrderState> orders = new ArrayList<>();
    private final int shard;
    private final long createdAt;
    long cash;
    boolean halted;
    private long version;
    private long updatedAt;

    AccountState(UUID trader, int shard, long createdAt) {
        this.trader = trader;
        this.shard = shard;
        this.createdAt = createdAt;
    }

    Shard shard(WorldBuilder builder) {
        return builder.shard(shard);
    }

    void changed(long sequence, long at) {
        version = sequence;
        updatedAt = at;
    }

    void trade(Terms terms, long quantity, long price, long sequence, long at) {
        HoldingRow before =
                holdings.getOrDefault(
                        terms.stockId(), new HoldingRow(trader, terms.stockId(), 0, 0, 0, 0));
        boolean buy = terms.side() == Side.BUY;
        long value = quantity * price;
        cash += buy ? -value : value;
        long cost =
                buy
                        ? before.cost() + value
                        : before.cost() - before.cost() * quantity / before.quantity();
        long shares = before.quantity() + (buy ? quantity : -quantity);
        holdings.put(
                terms.stockId(),
                new HoldingRow(trader, terms.stockId(), shares, cost, sequence, at));
    }

    void project(World world) {
        long reserved = 0;
        int open = 0;
        for (OrderState order : orders) {
            reserved += order.reserved();
            open += order.isOpen() ? 1 : 0;
        }
        world.accounts.add(
                new AccountRow(
                        trader, shard, cash, reserved, open, halted, createdAt, version,
                        updatedAt));
        world.holdings.addAll(holdings.values());
    }
}
