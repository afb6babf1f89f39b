package org.fogg.broker;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.fogg.broker.account.AccountReads;
import org.fogg.broker.account.ForeignCash;
import org.fogg.broker.account.Trade;
import org.fogg.broker.account.TradeQuery;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.orders.OrderQuery;
import org.fogg.broker.orders.OrderReads;
import org.fogg.broker.web.Times;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;

/**
 * Accounts and orders in memory, with just enough rules for the API's answers: market orders trade
 * at once, others rest. What a test asks for is refused, or away.
 */
final class FakeShards implements CommandGateway, OrderReads, AccountReads {

    private static final UnavailableException LATE =
            new UnavailableException("not in time", Duration.ofSeconds(1), true);

    private final FakeMarket market;
    private final Clock clock;
    private final Map<UUID, AccountSnapshot> accounts = new ConcurrentHashMap<>();
    private final Map<UUID, OrderSnapshot> orders = new ConcurrentHashMap<>();
    private final Map<String, HoldingSnapshot> holdings = new ConcurrentHashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<UUID> deposits = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private final Map<UUID, Transfer> transfers = new ConcurrentHashMap<>();
    private final List<ForeignCash> abroad = new ArrayList<>();
    private CompletableFuture<CommandAnswer> nextEnd;
    private CommandAnswer nextRefusal;
    private UnavailableException away;
    private long sequence;

    FakeShards(FakeMarket market, Clock clock) {
        this.market = market;
        this.clock = clock;
    }

    synchronized void reset() {
        accounts.clear();
        orders.clear();
        holdings.clear();
        trades.clear();
        deposits.clear();
        received.clear();
        transfers.clear();
        abroad.clear();
        nextEnd = null;
        nextRefusal = null;
        away = null;
    }

    /** Everything that a command could change, for comparing before and after. */
    synchronized String state() {
        return accounts.toString() + orders + holdings + trades + received + transfers;
    }

    synchronized List<String> received() {
        return List.copyOf(received);
    }

    synchronized void refuseNext(Reason reason, long requested, long available) {
        nextRefusal = new CommandAnswer(UUID.randomUUID(), reason, requested, available, null, 0);
    }

    synchronized void setAway(UnavailableException failure) {
        away = failure;
    }

    /** How the next transfer ends; one of which a test says nothing stays on its way. */
    synchronized void endNext(CompletableFuture<CommandAnswer> end) {
        nextEnd = end;
    }

    synchronized void put(TransferTerms terms, TransferState state) {
        transfers.put(terms.id(), new Transfer(1, terms, state, now(), now()));
    }

    @Override
    public synchronized Sending sendTransfer(TransferTerms terms) {
        CompletableFuture<CommandAnswer> held = answer("transfer", () -> hold(terms));
        if (held.isCompletedExceptionally() || held.join().reason() != Reason.NONE) {
            return new Sending(held, held);
        }
        CompletableFuture<CommandAnswer> end =
                nextEnd == null ? CompletableFuture.failedFuture(LATE) : nextEnd;
        return new Sending(held, end);
    }

    private CommandAnswer hold(TransferTerms terms) {
        AccountSnapshot account = accounts.get(terms.traderId());
        if (terms.amount() > account.cash()) {
            return new CommandAnswer(
                    UUID.randomUUID(),
                    Reason.INSUFFICIENT_CASH,
                    terms.amount(),
                    account.cash(),
                    null,
                    0);
        }
        if (!transfers.containsKey(terms.id())) {
            change(terms.traderId(), -terms.amount(), account.halted());
            put(terms, TransferState.SENT);
        }
        return refused(Reason.NONE, null);
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> applyTransfer(
            SenderId sender, TransferRequest request) {
        return answer(
                "apply " + sender + " " + request,
                () ->
                        new CommandAnswer(
                                UUID.randomUUID(),
                                Reason.NONE,
                                0,
                                0,
                                null,
                                ++sequence,
                                TransferOutcome.APPLIED));
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> barTransfer(
            SenderId sender, TransferRequest request) {
        return answer(
                "bar " + sender + " " + request,
                () ->
                        new CommandAnswer(
                                UUID.randomUUID(),
                                Reason.NONE,
                                0,
                                0,
                                null,
                                ++sequence,
                                TransferOutcome.VOIDED));
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> cancelTransfer(UUID traderId, UUID id) {
        return answer(
                "call back",
                () -> {
                    Transfer sent = transfers.get(id);
                    put(sent.terms(), TransferState.VOIDED);
                    return refused(Reason.NONE, null);
                });
    }

    @Override
    public synchronized Transfer sent(UUID orderId) {
        failWhenAway();
        return transfers.get(orderId);
    }

    synchronized void put(OrderSnapshot order) {
        orders.put(order.terms().orderId(), order);
    }

    synchronized void put(AccountSnapshot account) {
        accounts.put(account.traderId(), account);
    }

    synchronized void put(HoldingSnapshot holding) {
        holdings.put(holding.traderId() + ":" + holding.stockId(), holding);
    }

    synchronized void put(Trade trade) {
        trades.add(trade);
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> placeOrder(OrderTerms terms) {
        return answer("place", () -> place(terms));
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> cancelOrder(UUID traderId, UUID id) {
        return answer(
                "cancel",
                () -> {
                    OrderSnapshot order = orders.get(id);
                    if (order == null || !order.terms().traderId().equals(traderId)) {
                        return refused(Reason.UNKNOWN_ORDER, null);
                    }
                    if (!order.status().isOpen()) {
                        return refused(Reason.ORDER_CLOSED, order);
                    }
                    return done(close(order, OrderStatus.CANCELED, Reason.REQUESTED, null));
                });
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> replaceOrder(ReplaceTerms terms) {
        return answer(
                "replace",
                () -> {
                    OrderSnapshot old = orders.get(terms.orderId());
                    if (!old.status().isOpen()) {
                        return refused(Reason.ORDER_CLOSED, old);
                    }
                    OrderTerms was = old.terms();
                    OrderTerms next =
                            new OrderTerms(
                                    terms.newOrderId(),
                                    was.traderId(),
                                    terms.newClientOrderId(),
                                    was.stockId(),
                                    was.side(),
                                    was.type(),
                                    terms.timeInForce() == null
                                            ? was.timeInForce()
                                            : terms.timeInForce(),
                                    terms.quantity() == 0 ? was.quantity() : terms.quantity(),
                                    terms.limitPrice() == 0 ? was.limitPrice() : terms.limitPrice(),
                                    terms.stopPrice() == 0 ? was.stopPrice() : terms.stopPrice(),
                                    terms.expiresAt() == 0 ? was.expiresAt() : terms.expiresAt());
                    close(old, OrderStatus.REPLACED, Reason.REQUESTED, next.orderId());
                    return done(store(next, OrderStatus.NEW, Reason.NONE, 0, was.orderId(), null));
                });
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> openAccount(
            UUID commandId, UUID traderId, long cash) {
        return answer(
                "open",
                () -> {
                    if (deposits.contains(commandId)) {
                        return refused(Reason.NONE, null);
                    }
                    if (accounts.containsKey(traderId)) {
                        return refused(Reason.ACCOUNT_EXISTS, null);
                    }
                    deposits.add(commandId);
                    accounts.put(traderId, new AccountSnapshot(traderId, cash, 0, 0, false, now()));
                    return refused(Reason.NONE, null);
                });
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> deposit(
            UUID commandId, UUID traderId, long amount) {
        return answer(
                "deposit",
                () -> {
                    if (!accounts.containsKey(traderId)) {
                        return refused(Reason.UNKNOWN_ACCOUNT, null);
                    }
                    if (!deposits.contains(commandId)) {
                        deposits.add(commandId);
                        change(traderId, amount, accounts.get(traderId).halted());
                    }
                    return refused(Reason.NONE, null);
                });
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> setHalt(UUID traderId, boolean halted) {
        return answer(
                "halt",
                () -> {
                    if (traderId != null) {
                        change(traderId, 0, halted);
                    }
                    return refused(Reason.NONE, null);
                });
    }

    @Override
    public synchronized OrderSnapshot find(UUID orderId) {
        failWhenAway();
        return orders.get(orderId);
    }

    @Override
    public synchronized List<OrderSnapshot> list(OrderQuery query) {
        failWhenAway();
        Comparator<OrderSnapshot> order = Comparator.comparing(OrderQuery.Position::of);
        return orders.values().stream()
                .filter(o -> o.terms().traderId().equals(query.traderId()))
                .filter(query::matches)
                .sorted(query.ascending() ? order : order.reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized AccountSnapshot account(UUID traderId) {
        failWhenAway();
        return accounts.get(traderId);
    }

    @Override
    public synchronized long inTransit(UUID traderId) {
        return transfers.values().stream()
                .filter(t -> t.state().isOpen() && t.terms().traderId().equals(traderId))
                .mapToLong(t -> t.terms().amount())
                .sum();
    }

    synchronized void put(ForeignCash part) {
        abroad.add(part);
    }

    @Override
    public synchronized List<ForeignCash> foreignCash(UUID traderId) {
        return List.copyOf(abroad);
    }

    @Override
    public synchronized List<HoldingSnapshot> holdings(UUID traderId) {
        failWhenAway();
        return holdings.values().stream()
                .filter(h -> h.traderId().equals(traderId) && h.quantity() > 0)
                .sorted(Comparator.comparing(HoldingSnapshot::stockId))
                .toList();
    }

    @Override
    public synchronized HoldingSnapshot holding(UUID traderId, int stockId) {
        return holdings(traderId).stream()
                .filter(h -> h.stockId() == stockId)
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized List<Trade> trades(TradeQuery query) {
        failWhenAway();
        Comparator<Trade> order = Comparator.comparing(Trade::place);
        return trades.stream()
                .filter(query::matches)
                .sorted(query.ascending() ? order : order.reversed())
                .limit(query.limit())
                .toList();
    }

    private CommandAnswer place(OrderTerms terms) {
        OrderSnapshot existing = orders.get(terms.orderId());
        if (existing != null) {
            return content(existing.terms()).equals(content(terms))
                    ? done(existing)
                    : refused(Reason.CLIENT_ORDER_ID_REUSED, existing);
        }
        AccountSnapshot account = accounts.get(terms.traderId());
        if (account == null) {
            return refused(Reason.UNKNOWN_ACCOUNT, null);
        }
        long price = Math.max(terms.limitPrice(), market.price(terms.stockId()));
        long value = Math.multiplyExact(price, terms.quantity());
        if (terms.side() == Side.BUY && value > account.cash()) {
            return new CommandAnswer(
                    UUID.randomUUID(), Reason.INSUFFICIENT_CASH, value, account.cash(), null, 0);
        }
        boolean trades = terms.type() == OrderType.MARKET;
        return done(
                store(
                        terms,
                        trades ? OrderStatus.FILLED : OrderStatus.NEW,
                        Reason.NONE,
                        trades ? value : 0,
                        null,
                        null));
    }

    private OrderSnapshot store(
            OrderTerms terms,
            OrderStatus status,
            Reason reason,
            long value,
            UUID replaces,
            UUID replacedBy) {
        long now = now();
        boolean filled = status == OrderStatus.FILLED;
        OrderSnapshot order =
                new OrderSnapshot(
                        terms,
                        status,
                        reason,
                        1,
                        terms.limitPrice(),
                        7,
                        0,
                        filled ? terms.quantity() : 0,
                        value,
                        now,
                        now,
                        filled ? now : 0,
                        status.isOpen() ? 0 : now,
                        replaces,
                        replacedBy);
        orders.put(terms.orderId(), order);
        return order;
    }

    private OrderSnapshot close(
            OrderSnapshot order, OrderStatus status, Reason reason, UUID replacedBy) {
        return store(order.terms(), status, reason, 0, order.replaces(), replacedBy);
    }

    private void change(UUID traderId, long amount, boolean halted) {
        AccountSnapshot was = accounts.get(traderId);
        accounts.put(
                traderId,
                new AccountSnapshot(
                        traderId,
                        was.cash() + amount,
                        was.reserved(),
                        was.openOrders(),
                        halted,
                        was.createdAt()));
    }

    private CompletableFuture<CommandAnswer> answer(String what, Supplier<CommandAnswer> work) {
        if (away != null) {
            return CompletableFuture.failedFuture(away);
        }
        if (nextRefusal != null) {
            CommandAnswer refusal = nextRefusal;
            nextRefusal = null;
            return CompletableFuture.completedFuture(refusal);
        }
        received.add(what);
        return CompletableFuture.supplyAsync(work, Runnable::run);
    }

    private void failWhenAway() {
        if (away != null) {
            throw away;
        }
    }

    private CommandAnswer done(OrderSnapshot order) {
        return new CommandAnswer(UUID.randomUUID(), Reason.NONE, 0, 0, order, ++sequence);
    }

    private static CommandAnswer refused(Reason reason, OrderSnapshot order) {
        return new CommandAnswer(UUID.randomUUID(), reason, 0, 0, order, 0);
    }

    private static List<Object> content(OrderTerms terms) {
        return List.of(
                terms.stockId(),
                terms.side(),
                terms.type(),
                terms.timeInForce(),
                terms.quantity(),
                terms.limitPrice(),
                terms.stopPrice());
    }

    private long now() {
        return Times.nanos(clock.instant());
    }
}
