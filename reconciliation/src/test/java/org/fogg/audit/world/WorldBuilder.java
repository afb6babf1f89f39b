package org.fogg.audit.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fogg.audit.exchange.ExchangeRecord.LoggedOn;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.table.LedgerRow;
import org.fogg.audit.table.ShardMarksRow;
import org.fogg.audit.table.TradeRow;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.EntryKind;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TimeInForce;

/**
 * Plays broker, exchange and client in small, one decision an entry unless begun and committed by
 * hand: whatever happens is written to every ledger that has to hold it.
 */
public final class WorldBuilder {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;

    private final String codeEnding;
    private final World world;
    private final Encoder encoder;
    private final ClientLines clients;
    private final Map<Integer, Shard> shards = new TreeMap<>();
    final Map<UUID, AccountState> accounts = new LinkedHashMap<>();
    private final Map<UUID, OrderState> orders = new LinkedHashMap<>();
    private final Map<Integer, Long> executions = new HashMap<>();
    private final Map<String, Long> reports = new HashMap<>();
    private long clock = START;

    /** The code of exchange 1 is XLON, of 2 XFRA, with this ending. */
    public WorldBuilder(String georegion, String codeEnding) {
        this.codeEnding = codeEnding;
        world = new World(georegion);
        encoder = new Encoder(georegion);
        clients = new ClientLines(world.clients);
    }

    /** Lists a stock. */
    public WorldBuilder list(int stockId, String symbol, int exchangeId) {
        world.listings.add(new Listing(stockId, symbol, exchangeId, code(exchangeId)));
        exchange(exchangeId).add(encoder.stockState(stockId, symbol));
        return this;
    }

    /** A new owner takes a shard and logs on everywhere. */
    public WorldBuilder owner(int shardNumber) {
        Shard shard = shards.computeIfAbsent(shardNumber, Shard::new);
        shard.incarnation = new UUID(4711, shard.next);
        shard.epoch = shard.next + 1;
        shard.attempt = 0;
        commit(shard, EntryKind.OWNER);
        for (int exchangeId : List.of(1, 2)) {
            exchange(exchangeId)
                    .add(
                            encoder.loggedOn(
                                    new LoggedOn(
                                            0, world.georegion, shardNumber, shard.epoch, clock)));
        }
        return this;
    }

    /** An entry without decisions. */
    public WorldBuilder marks(int shardNumber) {
        Shard shard = shards.get(shardNumber);
        shard.ticks += 10;
        commit(shard, EntryKind.MARKS);
        return this;
    }

    /** Opens an account. */
    public WorldBuilder open(UUID trader, long cash) {
        Shard shard = shardOf(trader);
        long at = tick();
        UUID command = new UUID(1, at);
        AccountState account = new AccountState(trader, shard.number, at);
        accounts.put(trader, account);
        pay(shard, account, command, cash, at);
        shard.decisions.add(new Decision.AccountOpened(command, trader, cash, at));
        shard.commands++;
        commit(shard, EntryKind.DECISIONS);
        clients.paid(clock, "open", trader, cash);
        return this;
    }

    /** Pays cash in. */
    public WorldBuilder deposit(UUID trader, long amount) {
        Shard shard = shardOf(trader);
        long at = tick();
        UUID command = new UUID(2, at);
        pay(shard, accounts.get(trader), command, amount, at);
        shard.decisions.add(new Decision.CashDeposited(command, trader, amount, at));
        shard.commands++;
        commit(shard, EntryKind.DECISIONS);
        clients.paid(clock, "deposit", trader, amount);
        return this;
    }

    private void pay(Shard shard, AccountState account, UUID command, long amount, long at) {
        account.cash += amount;
        account.changed(shard.next, at);
        line(account, shard, 0, "trader", "USD", amount, "deposit", command, at);
        line(account, shard, 1, "deposits", "USD", -amount, "deposit", command, at);
    }

    /** Terms of an order, with the id that belongs to its client order id. */
    public static Terms terms(
            UUID trader,
            String clientOrderId,
            int stock,
            Side side,
            OrderType type,
            long quantity,
            long limit,
            long stop) {
        return new Terms(
                Ids.orderId(trader, clientOrderId),
                trader,
                stock,
                side,
                type,
                TimeInForce.GTC,
                quantity,
                limit,
                stop,
                0);
    }

    /** Accepts an order, told to the client as it is then. */
    public WorldBuilder place(Terms terms, String clientOrderId, long cap, long tick) {
        accept(terms, clientOrderId, cap, tick);
        commit(shardOf(terms.traderId()), EntryKind.DECISIONS);
        placed(terms, clientOrderId);
        return this;
    }

    /** Accepts and trades a market order in one entry. */
    public WorldBuilder market(Terms terms, String clientOrderId, long cap, long tick, long price) {
        accept(terms, clientOrderId, cap, tick);
        fill(terms.orderId(), terms.quantity(), price, tick, 0);
        commit(shardOf(terms.traderId()), EntryKind.DECISIONS);
        placed(terms, clientOrderId);
        return this;
    }

    private void accept(Terms terms, String clientOrderId, long cap, long tick) {
        Shard shard = shardOf(terms.traderId());
        long at = tick();
        AccountState account = accounts.get(terms.traderId());
        OrderState order = new OrderState(terms, clientOrderId, account, cap, tick, at, Ids.NONE);
        orders.put(terms.orderId(), order);
        order.changed(shard.next, at);
        account.changed(shard.next, at);
        shard.commands++;
        shard.decisions.add(new Decision.OrderAccepted(terms, clientOrderId, cap, tick, cap, at));
    }

    /** A resting order trades, in an entry of its own. */
    public WorldBuilder trade(UUID orderId, long quantity, long price, long trigger) {
        fill(orderId, quantity, price, trigger, trigger);
        commit(orders.get(orderId).account.shard(this), EntryKind.DECISIONS);
        return this;
    }

    private void fill(UUID orderId, long quantity, long price, long tick, long trigger) {
        OrderState order = orders.get(orderId);
        Shard shard = order.account.shard(this);
        int exchangeId = exchangeOf(order.terms.stockId());
        long execution = executions.merge(exchangeId, 1L, Long::sum);
        long at = tick();
        int attempt = ++shard.attempt;
        report(order, ExecutionOutcome.FILLED, attempt, execution, quantity, price, tick);
        int n = shard.decisions.size();
        Decision.OrderTraded decision =
                new Decision.OrderTraded(
                        orderId,
                        order.terms.traderId(),
                        order.terms.stockId(),
                        order.terms.side(),
                        exchangeId,
                        execution,
                        shard.epoch,
                        attempt,
                        quantity,
                        price,
                        tick,
                        trigger,
                        trigger == 0 ? 0 : at - 10,
                        at);
        shard.decisions.add(decision);
        order.fill(quantity, price, at);
        order.changed(shard.next, at);
        order.account.trade(order.terms, quantity, price, shard.next, at);
        order.account.changed(shard.next, at);
        project(order, decision, shard, n);
    }

    private void project(OrderState order, Decision.OrderTraded trade, Shard shard, int n) {
        Terms terms = order.terms;
        world.trades.add(
                new TradeRow(
                        terms.traderId(),
                        (int) (trade.at() / DAY),
                        shard.next,
                        n,
                        shard.number,
                        terms.orderId(),
                        terms.stockId(),
                        terms.side().value(),
                        trade.exchangeId(),
                        trade.executionId(),
                        trade.epoch(),
                        trade.attempt(),
                        trade.quantity(),
                        trade.price(),
                        order.filled,
                        terms.quantity() - order.filled,
                        trade.tickSequence(),
                        trade.triggerTick(),
                        trade.triggeredAt(),
                        trade.at()));
        long sign = terms.side() == Side.BUY ? 1 : -1;
        long cash = -sign * trade.quantity() * trade.price();
        long shares = sign * trade.quantity();
        String exchange = "exchange:" + trade.exchangeId();
        String stock = "stock:" + terms.stockId();
        UUID id = terms.orderId();
        shard.lineN = n;
        line(order.account, shard, 0, "trader", "USD", cash, "trade", id, trade.at());
        line(order.account, shard, 1, exchange, "USD", -cash, "trade", id, trade.at());
        line(order.account, shard, 2, "trader", stock, shares, "trade", id, trade.at());
        line(order.account, shard, 3, exchange, stock, -shares, "trade", id, trade.at());
        shard.lineN = 0;
        world.events.add(
                encoder.fillEvent(
                        terms, shard.number, shard.next, trade.at(), trade.executionId()));
    }

    /** The exchange does not fill an attempt. */
    public WorldBuilder refusedByExchange(UUID orderId, ExecutionOutcome outcome) {
        OrderState order = orders.get(orderId);
        report(order, outcome, ++order.account.shard(this).attempt, 0, 0, 0, 7);
        return this;
    }

    /** The bench's bare floor executes something at exchange 1. */
    public WorldBuilder floor() {
        long execution = executions.merge(1, 1L, Long::sum);
        UUID trader = new UUID(9, 9);
        Terms terms = terms(trader, "floor", 10001, Side.BUY, OrderType.MARKET, 1, 0, 0);
        Report report =
                new Report(
                        0,
                        "floor.run-1",
                        1,
                        0,
                        1,
                        1,
                        1,
                        ExecutionOutcome.FILLED,
                        execution,
                        1,
                        100,
                        1,
                        200,
                        clock,
                        terms,
                        true);
        exchange(1).add(encoder.report(report, "floor"));
        return this;
    }

    private void report(
            OrderState order,
            ExecutionOutcome outcome,
            int attempt,
            long execution,
            long quantity,
            long price,
            long tick) {
        Shard shard = order.account.shard(this);
        int exchangeId = exchangeOf(order.terms.stockId());
        long number = reports.merge(exchangeId + "/" + shard.number, 1L, Long::sum);
        shard.exchangeMarks.put(exchangeId, number);
        Report report =
                new Report(
                        0,
                        world.georegion,
                        exchangeId,
                        shard.number,
                        number,
                        shard.epoch,
                        attempt,
                        outcome,
                        execution,
                        quantity,
                        price,
                        tick,
                        order.cap,
                        clock,
                        order.terms,
                        true);
        exchange(exchangeId).add(encoder.report(report, order.clientOrderId));
    }

    /** Cancels or ends an order. */
    public WorldBuilder close(UUID orderId, OrderStatus status) {
        OrderState order = orders.get(orderId);
        Shard shard = order.account.shard(this);
        long at = tick();
        order.end(status, 61, at);
        order.changed(shard.next, at);
        order.account.changed(shard.next, at);
        shard.decisions.add(
                new Decision.OrderClosed(orderId, order.terms.traderId(), status, 61, at));
        commit(shard, EntryKind.DECISIONS);
        if (status == OrderStatus.CANCELED) {
            clients.canceled(clock, orderId, order.terms.traderId());
        }
        return this;
    }

    /** Puts another order in an order's place. */
    public WorldBuilder replace(UUID orderId, Terms terms, String clientOrderId) {
        OrderState old = orders.get(orderId);
        Shard shard = old.account.shard(this);
        long at = tick();
        old.end(OrderStatus.REPLACED, 0, at);
        old.replacedBy = terms.orderId();
        old.changed(shard.next, at);
        OrderState order =
                new OrderState(
                        terms, clientOrderId, old.account, terms.limitPrice(), 8, at, orderId);
        orders.put(terms.orderId(), order);
        order.changed(shard.next, at);
        old.account.changed(shard.next, at);
        shard.decisions.add(
                new Decision.OrderReplaced(
                        orderId, terms, clientOrderId, terms.limitPrice(), 8, 8, false, at));
        commit(shard, EntryKind.DECISIONS);
        clients.replaced(clock, terms, clientOrderId);
        return this;
    }

    /** A triggered order rests at its cap. */
    public WorldBuilder rest(UUID orderId) {
        OrderState order = orders.get(orderId);
        Shard shard = order.account.shard(this);
        long at = tick();
        order.changed(shard.next, at);
        order.account.changed(shard.next, at);
        shard.decisions.add(
                new Decision.OrderRested(orderId, order.terms.traderId(), order.cap, at));
        commit(shard, EntryKind.DECISIONS);
        return this;
    }

    /** Refuses an order. */
    public WorldBuilder refuse(UUID trader, String clientOrderId) {
        Shard shard = shardOf(trader);
        shard.commands++;
        shard.decisions.add(
                new Decision.CommandRefused(
                        trader, Ids.orderId(trader, clientOrderId), 10, tick()));
        commit(shard, EntryKind.DECISIONS);
        clients.refused(clock, trader, clientOrderId);
        return this;
    }

    /** Switches a trader, or all of a shard, off. */
    public WorldBuilder halt(int shardNumber, UUID trader) {
        Shard shard = shards.get(shardNumber);
        long at = tick();
        if (!trader.equals(Ids.NONE)) {
            accounts.get(trader).halted = true;
            accounts.get(trader).changed(shard.next, at);
        }
        shard.decisions.add(new Decision.HaltChanged(trader, true, at));
        commit(shard, EntryKind.DECISIONS);
        return this;
    }

    /** Writes the tables' final rows. */
    public World build() {
        accounts.values().forEach(account -> account.project(world));
        orders.values().forEach(order -> order.project(world, (int) (order.createdAt / DAY)));
        shards.values()
                .forEach(
                        shard ->
                                world.shardMarks.add(
                                        new ShardMarksRow(
                                                shard.number, shard.next - 1, shard.next - 1)));
        return world;
    }

    void commit(Shard shard, EntryKind kind) {
        world.journal.add(shard.commit(encoder, kind, tick()));
    }

    void line(
            AccountState account,
            Shard shard,
            int line,
            String whose,
            String asset,
            long amount,
            String kind,
            UUID reference,
            long at) {
        world.ledger.add(
                new LedgerRow(
                        account.trader,
                        (int) (at / DAY),
                        shard.next,
                        shard.lineN,
                        line,
                        shard.number,
                        whose,
                        asset,
                        amount,
                        kind,
                        reference,
                        at));
    }

    private void placed(Terms terms, String clientOrderId) {
        OrderState order = orders.get(terms.orderId());
        clients.placed(clock, terms, clientOrderId, symbolOf(terms.stockId()), order);
    }

    private String symbolOf(int stockId) {
        return listing(stockId).symbol();
    }

    private int exchangeOf(int stockId) {
        return listing(stockId).exchangeId();
    }

    private Listing listing(int stockId) {
        return world.listings.stream()
                .filter(listing -> listing.stockId() == stockId)
                .findFirst()
                .orElseThrow();
    }

    private List<byte[]> exchange(int exchangeId) {
        return world.exchanges.computeIfAbsent(code(exchangeId), code -> new ArrayList<>());
    }

    private String code(int exchangeId) {
        return (exchangeId == 1 ? "XLON" : "XFRA") + codeEnding;
    }

    Shard shardOf(UUID trader) {
        return shards.get(Ids.shardOf(trader, World.SHARDS));
    }

    Shard shard(int number) {
        return shards.get(number);
    }

    long tick() {
        clock += 1000;
        return clock;
    }
}
