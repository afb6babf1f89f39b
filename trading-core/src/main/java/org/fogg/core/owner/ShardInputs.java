package org.fogg.core.owner;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.IntHashSet;
import org.agrona.collections.Long2ObjectHashMap;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.EngineListener;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.ExecutionRequest;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Gives inputs to the engine, marks how far they have had their effect, and keeps what the engine
 * tells in order.
 */
final class ShardInputs<C> implements EngineListener {

    private final ShardEngine engine;
    private final LastPrices prices;
    private final GroupCommit<C> commit;
    private final Attempts attempts;
    private final Transfers transfers;
    private final CommandMarks commandMarks;
    private final TickMarks tickMarks;
    private final ReportMarks reportMarks;
    private final IntHashSet loggedOn = new IntHashSet();

    /** Those of which the engine hears ticks: not before all ticks from the marks on will come. */
    private final IntHashSet ticking = new IntHashSet();

    private final Int2IntHashMap exchangeOfStock = new Int2IntHashMap(0);
    private final Long2ObjectHashMap<OpenCommand<C>> commands = new Long2ObjectHashMap<>();
    private long nextToken = 1;
    private TickMarks.@Nullable Hold currentHold;
    private @Nullable Tick currentTick;

    /** A command the engine has, but has not answered yet. */
    private record OpenCommand<C>(C origin, CommandMarks.Open place, TransferOutcome transfer) {

        OpenCommand<C> with(TransferOutcome outcome) {
            return new OpenCommand<>(origin, place, outcome);
        }
    }

    ShardInputs(ShardEngine engine, JournalEntry owner, LastPrices prices, OwnerPort<C> port) {
        this.engine = engine;
        this.prices = prices;
        commandMarks = new CommandMarks(owner.marks());
        tickMarks = new TickMarks(owner.marks().tickMarks());
        reportMarks = new ReportMarks(owner.marks());
        attempts = new Attempts(port);
        transfers = new Transfers(port);
        commit = new GroupCommit<>(owner, engine.decisionCount(), port, this::marks);
    }

    GroupCommit<C> commit() {
        return commit;
    }

    Attempts attempts() {
        return attempts;
    }

    Transfers transfers() {
        return transfers;
    }

    /** So many decisions are durable now. */
    void durable(long decisions) {
        attempts.durable(decisions);
        transfers.durable(decisions);
    }

    TickMarks tickMarks() {
        return tickMarks;
    }

    CommandMarks commandMarks() {
        return commandMarks;
    }

    long lastReport(int exchangeId) {
        return reportMarks.low(exchangeId);
    }

    private Marks marks() {
        return Marks.of(
                commandMarks.low(),
                commandMarks.above(),
                tickMarks.marks(),
                reportMarks.lows(),
                reportMarks.aboves());
    }

    /** Makes a stock known, with its last price when the engine hears its ticks. */
    void onStock(int stockId, int exchangeId, long priceIncrement, long now) {
        engine.list(stockId, exchangeId, priceIncrement);
        exchangeOfStock.put(stockId, exchangeId);
        if (ticking.contains(exchangeId)) {
            catchPrice(stockId, now);
        }
    }

    private void catchPrice(int stockId, long now) {
        long price = prices.price(stockId);
        if (price > 0) {
            engine.onTick(
                    stockId, prices.sequence(stockId), price, prices.publishedAt(stockId), now);
        }
    }

    /** Gives the engine the last price of stocks that have not ticked since the marks. */
    void catchPrices(long now) {
        List<Integer> stocks = new ArrayList<>(exchangeOfStock.keySet());
        stocks.sort(null);
        for (int stockId : stocks) {
            if (ticking.contains(exchangeOfStock.get(stockId))) {
                catchPrice(stockId, now);
            }
        }
    }

    /** An exchange is logged on to, and this is what it did that may not be known here. */
    void onLoggedOn(int exchangeId, List<NumberedReport> reports, long now) {
        loggedOn.add(exchangeId);
        for (NumberedReport reported : reports) {
            if (reportMarks.add(exchangeId, reported.number())) {
                engine.onReport(reported.report(), now);
            }
        }
    }

    /** From now on the ticks of all exchanges that are logged on to have their effect. */
    void hearTicks() {
        ticking.addAll(loggedOn);
    }

    boolean isLoggedOn(int exchangeId) {
        return loggedOn.contains(exchangeId);
    }

    /** A tick, which may have been taken in before. */
    void onTick(Tick tick, long now) {
        if (tickMarks.isSeen(tick.partition(), tick.offset())) {
            if (ticking.contains(tick.exchangeId())) {
                engine.onOldTick(tick.stockId(), tick.sequence(), tick.price(), tick.publishedAt());
            }
            return;
        }
        if (ticking.contains(tick.exchangeId())) {
            currentTick = tick;
            engine.onTick(tick.stockId(), tick.sequence(), tick.price(), tick.publishedAt(), now);
            currentTick = null;
        }
        tickMarks.seen(tick.partition(), tick.offset());
    }

    /** A command that came as the next of its partition; null when it could not be decoded. */
    void onCommand(
            long offset,
            int stockId,
            @Nullable C origin,
            @Nullable OwnerCommand command,
            long now) {
        boolean known = commandMarks.isKnown(offset);
        if (offset < commandMarks.low()) {
            return;
        }
        CommandMarks.Open place = commandMarks.open(offset);
        if (origin == null || command == null || known) {
            commandMarks.done(place);
            return;
        }
        long token = nextToken++;
        commands.put(token, new OpenCommand<>(origin, place, TransferOutcome.UNKNOWN));
        int exchangeId = exchangeOfStock.get(stockId);
        if (exchangeId != 0 && !loggedOn.contains(exchangeId)) {
            answered(token, CommandResult.refused(Reason.EXCHANGE_UNAVAILABLE));
        } else {
            command.give(engine, token, now);
        }
    }

    /** The outcome of an attempt; one that is known already changes nothing. */
    void onOutcome(Attempt attempt, NumberedReport reported, long now) {
        if (!attempts.settled(attempt)) {
            return;
        }
        currentHold = attempt.hold();
        reportMarks.add(attempt.exchangeId(), reported.number());
        engine.onReport(reported.report(), now);
        currentHold = null;
        if (attempt.hold() != null) {
            attempt.hold().release();
        }
        commit.flush(now);
    }

    /** An attempt that came to nothing, of which the exchange has no record. */
    void onUntraded(Attempt attempt, ExecutionReport.Outcome outcome, long now) {
        ExecutionRequest request = attempt.request();
        onOutcome(
                attempt,
                new NumberedReport(
                        0,
                        new ExecutionReport(
                                request.terms(),
                                request.epoch(),
                                request.attempt(),
                                outcome,
                                attempt.exchangeId(),
                                0,
                                0,
                                0,
                                request.boundPrice(),
                                0)),
                now);
    }

    @Override
    public void decided(Decision decision) {
        commit.add(decision);
    }

    @Override
    public void execute(ExecutionRequest request) {
        int exchangeId = exchangeOfStock.get(request.terms().stockId());
        if (exchangeId == 0) {
            throw new IllegalStateException("No stock " + request.terms().stockId());
        }
        attempts.add(new Attempt(request, exchangeId, takeHold()), commit.durableDecisions());
    }

    private TickMarks.@Nullable Hold takeHold() {
        if (currentTick != null) {
            return tickMarks.hold(currentTick.partition(), currentTick.offset());
        }
        return currentHold == null ? null : currentHold.again();
    }

    @Override
    public void send(TransferRequest request) {
        transfers.send(request, commit.durableDecisions());
    }

    @Override
    public void recall(TransferRequest request) {
        transfers.recall(request, commit.durableDecisions());
    }

    @Override
    public void transferred(long token, TransferOutcome outcome) {
        OpenCommand<C> command = commands.get(token);
        if (command == null) {
            throw new IllegalStateException("Outcome of a command that is not open");
        }
        commands.put(token, command.with(outcome));
    }

    /** What the receiver of a transfer said. */
    void onTransferAnswer(long number, TransferOutcome outcome, long now) {
        if (outcome != TransferOutcome.UNKNOWN) {
            transfers.ended(number);
        }
        engine.onTransferAnswer(number, outcome, now);
        commit.flush(now);
    }

    @Override
    public void answered(long token, CommandResult result) {
        OpenCommand<C> command = commands.remove(token);
        if (command == null) {
            throw new IllegalStateException("Answer to a command that is not open");
        }
        commandMarks.done(command.place());
        commit.add(new Answer<>(command.origin(), result, command.transfer()));
    }
}
