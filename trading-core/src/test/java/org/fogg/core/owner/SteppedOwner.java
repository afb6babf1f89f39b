package org.fogg.core.owner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.engine.TradingLimits;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/** An owner that tests step by hand, with a journal, ticks and a port that records. */
abstract class SteppedOwner {

    static final TradingLimits LIMITS =
            new TradingLimits(1_000_000_0000L, 1_000, 9_000, 100, 100, 0);
    static final UUID TRADER = new UUID(1, 1);
    static final long SECOND = 1_000_000_000L;
    static final long PRICE = 100_0000;
    static final List<NumberedReport> NOTHING = List.of();

    final List<JournalEntry> journal = new ArrayList<>();
    final Map<Integer, Tick> lastTicks = new HashMap<>();
    RecordingPort port = new RecordingPort();
    ShardOwner<String> owner;
    long now = 10 * SECOND;
    long nextCommand;
    long nextTick;
    long ids;

    final LastPrices prices =
            new LastPrices() {

                @Override
                public long price(int stockId) {
                    return lastTicks.containsKey(stockId) ? lastTicks.get(stockId).price() : 0;
                }

                @Override
                public long sequence(int stockId) {
                    return lastTicks.get(stockId).sequence();
                }

                @Override
                public long publishedAt(int stockId) {
                    return lastTicks.get(stockId).publishedAt();
                }
            };

    /** An owner of all that is in the journal, with stocks 1 and 2 at exchanges 1 and 2. */
    void takeOver() {
        port = new RecordingPort();
        EngineRelay relay = new EngineRelay();
        ShardEngine engine = new ShardEngine(LIMITS, relay);
        JournalFold fold = new JournalFold(engine);
        journal.forEach(entry -> fold.add(entry, decision -> {}));
        JournalEntry entry = fold.ownerEntry(1, 3, new UUID(7, ids++), now);
        journal.add(entry);
        owner = new ShardOwner<>(fold.takeOver(entry), relay, entry, prices, port);
        owner.onStock(1, 1, 100, now);
        owner.onStock(2, 2, 100, now);
    }

    void live() {
        takeOver();
        owner.start(Map.of(0, nextTick), now);
        owner.onLoggedOn(1, NOTHING, now);
        owner.onLoggedOn(2, NOTHING, now);
        owner.onCaughtUp(now);
        nextCommand = owner.commandsDone();
    }

    /** A live owner of an account with some cash, and a price of both stocks. */
    void trading() {
        live();
        command(
                (engine, token, at) ->
                        engine.openAccount(token, new UUID(2, 2), TRADER, 10_000 * PRICE, at));
        commit();
        tick(1, PRICE);
        tick(2, PRICE);
    }

    void command(OwnerCommand command) {
        command(0, command);
    }

    void command(int stockId, OwnerCommand command) {
        owner.onCommand(nextCommand, stockId, "c" + nextCommand, command, now);
        nextCommand++;
        owner.flush(now);
    }

    OrderTerms place(int stockId, OrderType type, Side side, long price) {
        OrderTerms terms = terms(stockId, type, side, price);
        command(stockId, (engine, token, at) -> engine.place(token, terms, at));
        return terms;
    }

    OrderTerms terms(int stockId, OrderType type, Side side, long price) {
        return new OrderTerms(
                new UUID(3, ++ids),
                TRADER,
                "o" + ids,
                stockId,
                side,
                type,
                TimeInForce.GTC,
                10,
                type == OrderType.LIMIT ? price : 0,
                type == OrderType.STOP ? price : 0,
                100 * SECOND);
    }

    Tick tick(int stockId, long price) {
        Tick tick = new Tick(stockId, stockId, nextTick + 1, price, now, 0, nextTick++);
        lastTicks.put(stockId, tick);
        owner.onTick(tick, now);
        owner.flush(now);
        return tick;
    }

    /** The append under way ends well. */
    void commit() {
        journal.add(port.appends.get(port.appends.size() - 1));
        owner.onAppended(now);
    }

    NumberedReport report(Attempt attempt, long number, Outcome outcome, long price) {
        boolean filled = outcome == Outcome.FILLED;
        return new NumberedReport(
                number,
                new ExecutionReport(
                        attempt.request().terms(),
                        attempt.request().epoch(),
                        attempt.request().attempt(),
                        outcome,
                        attempt.exchangeId(),
                        filled ? number : 0,
                        filled ? attempt.request().quantity() : 0,
                        filled ? price : 0,
                        attempt.request().boundPrice(),
                        nextTick));
    }

    JournalEntry last() {
        return port.appends.get(port.appends.size() - 1);
    }
}
