package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/**
 * An engine with one stock at one exchange and one trader, driven in few words. Prices are in whole
 * currency units here. Time and tokens count up by one with each input.
 */
final class TestShard {

    static final int STOCK = 10_001;
    static final int OTHER_STOCK = 10_002;
    static final int EXCHANGE = 1;
    static final long UNIT = 10_000;
    static final UUID TRADER = new UUID(1, 1);
    static final long END_OF_DAY = 1_000_000;
    static final TradingLimits LIMITS = new TradingLimits(100_000 * UNIT, 1_000, 5_000, 10, 100, 0);

    final RecordedEvents events = new RecordedEvents();
    final ShardEngine engine;
    private final List<Decision> earlier = new ArrayList<>();
    long now = 1_000;
    long token;
    private long tick;
    private long executions;

    TestShard() {
        this(LIMITS);
    }

    TestShard(TradingLimits limits) {
        this(limits, ClosedOrders.WHOLE);
    }

    private TestShard(TradingLimits limits, int wholeClosedOrders) {
        engine = new ShardEngine(limits, events, wholeClosedOrders);
        engine.list(STOCK, EXCHANGE, 100);
        engine.list(OTHER_STOCK, EXCHANGE, 100);
        engine.beginEpoch(1);
    }

    /** With an account, some cash, and a last price. */
    static TestShard trading(long cash, long price) {
        TestShard shard = new TestShard();
        shard.open(cash);
        shard.tick(price);
        shard.forgetEvents();
        return shard;
    }

    /** As {@link #trading}, with few closed orders that are whole. */
    static TestShard fading(int wholeClosedOrders) {
        TestShard shard = new TestShard(LIMITS, wholeClosedOrders);
        shard.open(1_000_000);
        shard.tick(100);
        shard.forgetEvents();
        return shard;
    }

    /** Also with shares, bought at the last price. */
    static TestShard holding(long shares, long cash, long price) {
        TestShard shard = trading(cash + shares * price, price);
        shard.place(shard.market(Side.BUY, shares));
        shard.fill(price);
        shard.forgetEvents();
        return shard;
    }

    /** Only later events are shown; the journal stays whole. */
    void forgetEvents() {
        earlier.addAll(events.decisions());
        events.all.clear();
    }

    List<Decision> journal() {
        List<Decision> journal = new ArrayList<>(earlier);
        journal.addAll(events.decisions());
        return journal;
    }

    void open(long cash) {
        engine.openAccount(++token, new UUID(2, 2), TRADER, cash * UNIT, ++now);
    }

    void tick(long price) {
        tickExact(price * UNIT);
    }

    void tickExact(long price) {
        engine.onTick(STOCK, ++tick, price, tick * 10, ++now);
    }

    long lastTick() {
        return tick;
    }

    UUID place(OrderTerms terms) {
        engine.place(++token, terms, ++now);
        return terms.orderId();
    }

    void cancel(UUID orderId) {
        engine.cancel(++token, TRADER, orderId, ++now);
    }

    void replace(ReplaceTerms terms) {
        engine.replace(++token, terms, ++now);
    }

    OrderTerms market(Side side, long quantity) {
        return terms(side, OrderType.MARKET, TimeInForce.DAY, quantity, 0, 0);
    }

    OrderTerms limit(Side side, long quantity, long price) {
        return terms(side, OrderType.LIMIT, TimeInForce.DAY, quantity, price, 0);
    }

    OrderTerms stop(Side side, long quantity, long price) {
        return terms(side, OrderType.STOP, TimeInForce.DAY, quantity, 0, price);
    }

    OrderTerms stopLimit(Side side, long quantity, long stopPrice, long limitPrice) {
        return terms(side, OrderType.STOP_LIMIT, TimeInForce.DAY, quantity, limitPrice, stopPrice);
    }

    OrderTerms terms(
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long quantity,
            long limitPrice,
            long stopPrice) {
        long number = ++token;
        boolean rests = timeInForce == TimeInForce.DAY || timeInForce == TimeInForce.GTC;
        return new OrderTerms(
                new UUID(3, number),
                TRADER,
                "order-" + number,
                STOCK,
                side,
                type,
                timeInForce,
                quantity,
                limitPrice * UNIT,
                stopPrice * UNIT,
                rests ? END_OF_DAY : 0);
    }

    ReplaceTerms change(UUID orderId, long quantity, long limitPrice, long stopPrice) {
        long number = ++token;
        return new ReplaceTerms(
                TRADER,
                orderId,
                new UUID(3, number),
                "order-" + number,
                quantity,
                limitPrice * UNIT,
                stopPrice * UNIT,
                null,
                0);
    }

    /** The latest attempt is filled. */
    ExecutionReport fill(long price) {
        return fill(lastRequest(), lastRequest().quantity(), price);
    }

    ExecutionReport fill(ExecutionRequest request, long quantity, long price) {
        ExecutionReport report =
                report(request, Outcome.FILLED, ++executions, quantity, price * UNIT);
        engine.onReport(report, ++now);
        return report;
    }

    /** The latest attempt comes to nothing. */
    ExecutionReport end(Outcome outcome) {
        return end(lastRequest(), outcome);
    }

    ExecutionReport end(ExecutionRequest request, Outcome outcome) {
        ExecutionReport report = report(request, outcome, 0, 0, 0);
        engine.onReport(report, ++now);
        return report;
    }

    ExecutionReport report(
            ExecutionRequest request, Outcome outcome, long execution, long quantity, long price) {
        return new ExecutionReport(
                request.terms(),
                request.epoch(),
                request.attempt(),
                outcome,
                EXCHANGE,
                execution,
                quantity,
                price,
                request.boundPrice(),
                tick);
    }

    ExecutionRequest lastRequest() {
        List<ExecutionRequest> requests = events.requests();
        return requests.get(requests.size() - 1);
    }

    CommandResult lastResult() {
        List<RecordedEvents.Answer> answers = events.answers();
        return answers.get(answers.size() - 1).result();
    }

    OrderSnapshot order(UUID orderId) {
        return engine.order(orderId);
    }

    long cash() {
        return engine.account(TRADER).cash();
    }

    long reserved() {
        return engine.account(TRADER).reserved();
    }

    long shares() {
        HoldingSnapshot holding = engine.holding(TRADER, STOCK);
        return holding == null ? 0 : holding.quantity();
    }
}
