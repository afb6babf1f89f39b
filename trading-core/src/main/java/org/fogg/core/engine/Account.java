package org.fogg.core.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** One trading account. */
final class Account {

    final UUID traderId;
    final UUID openedBy;
    final long createdAt;
    final Int2ObjectHashMap<Holding> holdings = new Int2ObjectHashMap<>();
    final Set<Order> openOrders = new LinkedHashSet<>();
    final RecentOrders recentOrders = new RecentOrders();

    /** The georegion whose transfer opened it, which is its trader's; null where it is this one. */
    @Nullable String home;

    long cash;
    long reserved;

    /** Has left the cash, and is not known to have arrived elsewhere. */
    long inTransit;

    boolean halted;

    /** How many decisions there were after the latest one that changed this account. */
    long lastDecision;

    /** What orders in their first attempt hold back; not journaled. */
    long pendingReserve;

    int pendingOrders;

    Account(UUID traderId, UUID openedBy, long cash, long createdAt) {
        this.traderId = traderId;
        this.openedBy = openedBy;
        this.cash = cash;
        this.createdAt = createdAt;
    }

    long availableCash() {
        return cash - reserved - pendingReserve;
    }

    long availableShares(int stockId) {
        Holding holding = holdings.get(stockId);
        return holding == null ? 0 : holding.available();
    }

    Holding holding(int stockId) {
        Holding holding = holdings.get(stockId);
        if (holding == null) {
            holding = new Holding(stockId);
            holdings.put(stockId, holding);
        }
        return holding;
    }

    AccountSnapshot snapshot() {
        return new AccountSnapshot(traderId, cash, reserved, openOrders.size(), halted, createdAt);
    }
}
