package org.fogg.core.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.Reason;

/** The naive shard's state: nothing is kept that can be summed up from something else. */
final class NaiveState {

    static final class NaiveAccount {
        UUID openedBy;
        long cash;
        long createdAt;
        boolean halted;
        long lastDecision;
        final Map<Integer, long[]> holdings = new LinkedHashMap<>();
        final List<Decision.OrderAccepted> accepted = new ArrayList<>();
    }

    static final class NaiveStock {
        long increment;
        long sequence;
        long price;
        long publishedAt;
    }

    final Map<UUID, NaiveAccount> accounts = new LinkedHashMap<>();
    final Map<UUID, NaiveOrder> orders = new LinkedHashMap<>();
    final List<UUID> deposits = new ArrayList<>();
    Map<Integer, NaiveStock> stocks = new LinkedHashMap<>();
    final List<Decision> decisions = new ArrayList<>();
    boolean halted;
    long haltDecision;

    /** In the order they closed in. */
    private final List<UUID> closed = new ArrayList<>();

    private final int wholeClosed;

    NaiveState(int wholeClosed) {
        this.wholeClosed = wholeClosed;
    }

    /** Closed so long ago that its content is all that is known of it. */
    boolean isFaded(NaiveOrder order) {
        int place = closed.indexOf(order.terms.orderId());
        return place >= 0 && place < closed.size() - wholeClosed;
    }

    NaiveOrder journaled(UUID orderId) {
        NaiveOrder order = orders.get(orderId);
        return order != null && order.journaled ? order : null;
    }

    List<NaiveOrder> open() {
        return orders.values().stream().filter(o -> o.journaled && o.isOpen()).toList();
    }

    List<NaiveOrder> openOf(UUID traderId) {
        return orders.values().stream()
                .filter(o -> o.isOpen() && o.terms.traderId().equals(traderId))
                .toList();
    }

    /** Journaled orders only, or those in their first attempt too. */
    BigInteger reserved(UUID traderId, boolean withPending) {
        return openOf(traderId).stream()
                .filter(o -> o.isBuy() && (o.journaled || withPending))
                .map(o -> BigInteger.valueOf(o.capPrice).multiply(BigInteger.valueOf(o.leaves())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger availableCash(UUID traderId) {
        return BigInteger.valueOf(accounts.get(traderId).cash).subtract(reserved(traderId, true));
    }

    long availableShares(UUID traderId, int stockId) {
        long held =
                openOf(traderId).stream()
                        .filter(o -> !o.isBuy() && o.underWay != null)
                        .filter(o -> o.terms.stockId() == stockId)
                        .mapToLong(NaiveOrder::leaves)
                        .sum();
        return accounts.get(traderId).holdings.getOrDefault(stockId, new long[2])[0] - held;
    }

    void apply(Decision decision) {
        decisions.add(decision);
        int count = decisions.size();
        if (decision instanceof Decision.AccountOpened d) {
            NaiveAccount account = new NaiveAccount();
            account.openedBy = d.commandId();
            account.cash = d.cash();
            account.createdAt = d.at();
            accounts.put(d.traderId(), account);
            account.lastDecision = count;
        } else if (decision instanceof Decision.CashDeposited d) {
            accounts.get(d.traderId()).cash += d.amount();
            accounts.get(d.traderId()).lastDecision = count;
            deposits.add(d.commandId());
        } else if (decision instanceof Decision.HaltChanged d && d.traderId() == null) {
            halted = d.halted();
            haltDecision = count;
        } else if (decision instanceof Decision.HaltChanged d) {
            accounts.get(d.traderId()).halted = d.halted();
            accounts.get(d.traderId()).lastDecision = count;
        } else if (!(decision instanceof Decision.CommandRefused)) {
            accounts.get(applyToOrder(decision, count)).lastDecision = count;
        }
    }

    private UUID applyToOrder(Decision decision, int count) {
        if (decision instanceof Decision.OrderAccepted d) {
            NaiveOrder order = new NaiveOrder();
            order.terms = d.terms();
            order.capPrice = d.capPrice();
            order.acceptedTick = d.acceptedTick();
            order.notBefore = d.acceptedTick();
            order.lastPrice = d.lastPrice();
            order.number = count;
            order.priority = count;
            enter(order, d.at());
            accounts.get(d.terms().traderId()).accepted.add(d);
            return d.terms().traderId();
        } else if (decision instanceof Decision.OrderReplaced d) {
            NaiveOrder old = orders.get(d.orderId());
            end(old, OrderStatus.REPLACED, Reason.NONE, d.at());
            old.replacedBy = d.terms().orderId();
            NaiveOrder order = new NaiveOrder();
            order.terms = d.terms();
            order.capPrice = d.capPrice();
            order.acceptedTick = d.acceptedTick();
            order.lastPrice = d.lastPrice();
            order.number = count;
            order.replaces = d.orderId();
            order.keepsPriority = d.keepsPriority();
            order.rested =
                    old.rested
                            && old.terms.limitPrice() == d.terms().limitPrice()
                            && old.terms.stopPrice() == d.terms().stopPrice();
            order.priority = d.keepsPriority() ? old.priority : count;
            order.notBefore =
                    d.keepsPriority()
                            ? Math.max(d.acceptedTick(), old.notBefore)
                            : d.acceptedTick();
            enter(order, d.at());
            return d.terms().traderId();
        } else if (decision instanceof Decision.OrderTraded d) {
            trade(orders.get(d.orderId()), d);
            return d.traderId();
        } else if (decision instanceof Decision.OrderClosed d) {
            end(orders.get(d.orderId()), d.status(), d.reason(), d.at());
            return d.traderId();
        }
        Decision.OrderRested d = (Decision.OrderRested) decision;
        NaiveOrder order = orders.get(d.orderId());
        order.rested = true;
        order.priority = count;
        order.version++;
        order.updatedAt = d.at();
        return d.traderId();
    }

    private void enter(NaiveOrder order, long at) {
        order.journaled = true;
        order.createdAt = at;
        order.updatedAt = at;
        orders.put(order.terms.orderId(), order);
    }

    private void end(NaiveOrder order, OrderStatus status, Reason reason, long at) {
        closed.add(order.terms.orderId());
        order.status = status;
        order.reason = reason;
        order.version++;
        order.updatedAt = at;
        order.closedAt = at;
    }

    private void trade(NaiveOrder order, Decision.OrderTraded trade) {
        NaiveAccount account = accounts.get(trade.traderId());
        long[] holding = account.holdings.computeIfAbsent(trade.stockId(), id -> new long[2]);
        long value = trade.price() * trade.quantity();
        if (order.isBuy()) {
            account.cash -= value;
            holding[0] += trade.quantity();
            holding[1] += value;
        } else {
            account.cash += value;
            holding[1] -=
                    BigInteger.valueOf(holding[1])
                            .multiply(BigInteger.valueOf(trade.quantity()))
                            .divide(BigInteger.valueOf(holding[0]))
                            .longValueExact();
            holding[0] -= trade.quantity();
        }
        order.trades.add(trade);
        order.filledQuantity += trade.quantity();
        order.filledValue += value;
        order.version++;
        order.updatedAt = trade.at();
        order.status = OrderStatus.PARTIALLY_FILLED;
        if (order.leaves() == 0) {
            order.status = OrderStatus.FILLED;
            order.filledAt = trade.at();
            order.closedAt = trade.at();
            closed.add(order.terms.orderId());
        }
    }
}
