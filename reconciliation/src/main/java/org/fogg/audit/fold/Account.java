package org.fogg.audit.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One trading account. Money in 1/10,000. */
public final class Account extends Witnessed {

    private final UUID traderId;
    private final int shard;
    private final long createdAt;
    private final Map<Integer, Holding> holdings = new TreeMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private long cash;
    private long reserved;
    private int openOrders;
    private boolean halted;
    private long version;
    private long updatedAt;
    private long ledgerCash;

    Account(UUID traderId, int shard, long createdAt) {
        this.traderId = traderId;
        this.shard = shard;
        this.createdAt = createdAt;
    }

    void pay(long amount) {
        cash = Math.addExact(cash, amount);
    }

    void reserve(long amount) {
        reserved = Math.addExact(reserved, amount);
    }

    void opened() {
        openOrders++;
    }

    void closed() {
        openOrders--;
    }

    void halt(boolean on) {
        halted = on;
    }

    void changed(long sequence, long at) {
        version = sequence;
        updatedAt = at;
    }

    void moved(Movement movement) {
        movements.add(movement);
    }

    Holding hold(int stockId) {
        return holdings.computeIfAbsent(stockId, stock -> new Holding(traderId, stock));
    }

    /** Adds what a line of the ledger says was paid. */
    public void post(long amount) {
        ledgerCash += amount;
    }

    /** The movement at a place of its shard's journal; null when there is none. */
    public @Nullable Movement movement(long sequence, int n) {
        int low = 0;
        int high = movements.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Movement movement = movements.get(middle);
            int order = movement.compareTo(sequence, n);
            if (order == 0) {
                return movement;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** What was ever held of a stock; null when it never was. */
    public @Nullable Holding holding(int stockId) {
        return holdings.get(stockId);
    }

    public Collection<Holding> holdings() {
        return Collections.unmodifiableCollection(holdings.values());
    }

    /** All it was paid and traded, in the journal's order. */
    public List<Movement> movements() {
        return Collections.unmodifiableList(movements);
    }

    public UUID traderId() {
        return traderId;
    }

    public int shard() {
        return shard;
    }

    public long createdAt() {
        return createdAt;
    }

    /** All cash, the reserved part included. */
    public long cash() {
        return cash;
    }

    /** What open buys hold back. */
    public long reserved() {
        return reserved;
    }

    public int openOrders() {
        return openOrders;
    }

    public boolean halted() {
        return halted;
    }

    /** Journal sequence of the last change. */
    public long version() {
        return version;
    }

    /** Time of the last change. */
    public long updatedAt() {
        return updatedAt;
    }

    /** Sum of the ledger's lines. */
    public long ledgerCash() {
        return ledgerCash;
    }
}
