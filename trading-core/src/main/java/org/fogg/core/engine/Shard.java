package org.fogg.core.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.agrona.collections.Int2ObjectHashMap;
import org.fogg.core.funding.IncomingTransfers;
import org.fogg.core.funding.OutgoingTransfers;
import org.fogg.core.funding.Transfer;
import org.jspecify.annotations.Nullable;

/** Everything the engine knows. */
final class Shard {

    final Map<UUID, Account> accounts = new HashMap<>();

    /** Those that are open, and the whole ones of those that have closed. */
    final Map<UUID, Order> orders = new HashMap<>();

    final ClosedOrders closed;

    /** Ids of the deposits made. */
    final Set<UUID> deposits = new HashSet<>();

    final OutgoingTransfers outgoing = new OutgoingTransfers();
    final IncomingTransfers incoming = new IncomingTransfers();

    final Map<UUID, PendingOrder> pending = new HashMap<>();
    final Resting resting = new Resting();
    final Expiries expiries = new Expiries();

    private final Int2ObjectHashMap<Stock> stocks = new Int2ObjectHashMap<>();

    boolean halted;
    long decisionCount;
    int openOrders;

    /** How many decisions there were after the latest one about the shard's kill switch. */
    long haltDecision;

    /** 0 before the first one. */
    long epoch;

    int lastAttempt;

    Shard(int wholeClosedOrders) {
        closed = new ClosedOrders(wholeClosedOrders);
    }

    /** Whether an order was ever accepted. */
    boolean knows(UUID orderId) {
        return orders.containsKey(orderId) || closed.knows(orderId);
    }

    /** An order has closed, for which one that closed long before need not be whole any more. */
    void close(Order order) {
        Order oldest = closed.add(order);
        if (oldest != null) {
            orders.remove(oldest.terms.orderId());
        }
    }

    /** An order that is known to exist. */
    Order order(UUID orderId) {
        return Objects.requireNonNull(orders.get(orderId));
    }

    /** A transfer that is known to exist. */
    Transfer transfer(long number) {
        return Objects.requireNonNull(outgoing.find(number));
    }

    @Nullable Stock stock(int stockId) {
        return stocks.get(stockId);
    }

    /** The stock, made known when it is not: a journal may be folded before listings are read. */
    Stock stockFor(int stockId) {
        Stock stock = stocks.get(stockId);
        if (stock == null) {
            stock = new Stock(stockId, stocks.size());
            stocks.put(stockId, stock);
        }
        return stock;
    }

    boolean isHalted(Account account) {
        return halted || account.halted;
    }
}
