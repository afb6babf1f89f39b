package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.IntHashSet;
import org.agrona.collections.Long2ObjectHashMap;
import org.fogg.broker.command.Command;
import org.fogg.broker.exchange.ExchangeReply;
import org.fogg.broker.exchange.ExchangeReply.Reported;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.journal.JournalEntry;
import org.fogg.broker.journal.Marks;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.Stock;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.EngineListener;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ExecutionRequest;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One owned shard: its engine, and what keeps the engine's decisions, executions and answers in
 * order. Built by {@link ShardRecovery}, from then on confined to the agent's thread.
 */
final class Shard implements EngineListener {

    private static final Logger log = LoggerFactory.getLogger(Shard.class);
    private static final long LONGEST_MARKS_AGE_NS = 5_000_000_000L;

    private final Claim claim;
    private final ShardPorts ports;
    private final ShardEngine engine;
    private final GroupCommit commit;
    private final DurablePipeline pipeline;
    private final Attempts attempts;
    private final CommandMarks commandMarks;
    private final TickMarks tickMarks;
    private final ReportMarks reportMarks;
    private final IntHashSet loggedOn = new IntHashSet();
    private final Long2ObjectHashMap<OpenCommand> commands = new Long2ObjectHashMap<>();
    private final long epoch;
    private final Runnable lost;
    private long nextToken = 1;
    private ShardMarks recordedMarks;
    private TickMarks.@Nullable Hold currentHold;
    private @Nullable Tick currentTick;

    /**
     * A shard that goes on from what the journal gave.
     *
     * @param lost called when another owner turns out to have the shard
     */
    static Shard of(RecoveredShard recovered, ShardPorts ports, Runnable lost) {
        var shard = new Shard(recovered, ports, lost);
        recovered.relay().connect(shard);
        return shard;
    }

    private Shard(RecoveredShard recovered, ShardPorts ports, Runnable lost) {
        JournalEntry owner = recovered.owner();
        this.claim = recovered.claim();
        this.ports = ports;
        this.lost = lost;
        this.engine = recovered.engine();
        this.epoch = owner.epoch();
        this.recordedMarks = recovered.done();
        commandMarks = new CommandMarks(owner.marks());
        tickMarks = new TickMarks(owner.marks().tickMarks());
        reportMarks = new ReportMarks(owner.marks());
        pipeline = new DurablePipeline(claim.shard(), ports, recovered.done(), claim::isValid);
        commit =
                new GroupCommit(
                        owner,
                        engine.decisionCount(),
                        ports,
                        pipeline,
                        this::marks,
                        new Commits(),
                        claim::isValid);
        attempts = new Attempts(claim.shard(), ports, this::settled, claim::isValid);
        for (DurableEntry entry : recovered.backlog()) {
            pipeline.add(entry, new ArrayList<>());
        }
    }

    private final class Commits implements GroupCommit.Listener {

        @Override
        public void durable(long decisions) {
            attempts.durable(decisions);
        }

        @Override
        public void taken() {
            log.warn("Shard {}: another owner took the next slot", claim.shard());
            lost.run();
        }
    }

    int id() {
        return claim.shard();
    }

    Claim claim() {
        return claim;
    }

    long epoch() {
        return epoch;
    }

    TickMarks tickMarks() {
        return tickMarks;
    }

    CommandMarks commandMarks() {
        return commandMarks;
    }

    /** Whether nothing was ever decided here. */
    boolean isEmpty() {
        return engine.decisionCount() == 0;
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

    // Inputs

    /** Makes a stock known, with its last price when its exchange is logged on to. */
    void onStock(Stock stock, long now) {
        engine.list(stock.id(), stock.exchange().id(), stock.priceIncrement());
        if (loggedOn.contains(stock.exchange().id())) {
            catchPrice(stock, now);
        }
    }

    private void catchPrice(Stock stock, long now) {
        long price = ports.prices().price(stock.id());
        if (price > 0) {
            engine.onTick(
                    stock.id(),
                    ports.prices().sequence(stock.id()),
                    price,
                    ports.prices().publishedAt(stock.id()),
                    now);
        }
    }

    /** Gives the engine the last price of stocks that have not ticked since the marks. */
    void catchPrices(long now) {
        for (Stock stock : ports.directory().stocks()) {
            if (loggedOn.contains(stock.exchange().id())) {
                catchPrice(stock, now);
            }
        }
    }

    /** An exchange is logged on to, and this is what it did that may not be known here. */
    void onLoggedOn(Exchange exchange, List<Reported> reports, long now) {
        loggedOn.add(exchange.id());
        for (Reported reported : reports) {
            if (reportMarks.add(exchange.id(), reported.number())) {
                engine.onReport(reported.report(), now);
            }
        }
    }

    boolean isLoggedOn(int exchangeId) {
        return loggedOn.contains(exchangeId);
    }

    /** A tick, which may have been taken in before. */
    void onTick(Tick tick, long now) {
        if (tickMarks.isSeen(tick.partition(), tick.offset())) {
            return;
        }
        if (loggedOn.contains(tick.exchangeId())) {
            currentTick = tick;
            engine.onTick(tick.stockId(), tick.sequence(), tick.price(), tick.publishedAt(), now);
            currentTick = null;
        }
        tickMarks.seen(tick.partition(), tick.offset());
    }

    /** A command that came as the next of its partition; null when it could not be decoded. */
    void onCommand(long offset, @Nullable Command command, long now) {
        boolean known = commandMarks.isKnown(offset);
        if (offset < commandMarks.low()) {
            return;
        }
        CommandMarks.Open place = commandMarks.open(offset);
        if (command == null || known) {
            commandMarks.done(place);
            return;
        }
        long token = nextToken++;
        commands.put(token, new OpenCommand(command.origin(), place));
        decide(token, command, now);
    }

    private void decide(long token, Command command, long now) {
        if (command instanceof Command.PlaceOrder c) {
            Stock stock = ports.directory().stock(c.terms().stockId());
            if (stock != null && !loggedOn.contains(stock.exchange().id())) {
                answered(token, CommandResult.refused(Reason.EXCHANGE_UNAVAILABLE));
                return;
            }
            engine.place(token, c.terms(), now);
        } else if (command instanceof Command.CancelOrder c) {
            engine.cancel(token, c.traderId(), c.orderId(), now);
        } else if (command instanceof Command.ReplaceOrder c) {
            engine.replace(token, c.terms(), now);
        } else if (command instanceof Command.OpenAccount c) {
            engine.openAccount(token, c.origin().commandId(), c.traderId(), c.cash(), now);
        } else if (command instanceof Command.Deposit c) {
            engine.deposit(token, c.origin().commandId(), c.traderId(), c.amount(), now);
        } else if (command instanceof Command.SetHalt c) {
            engine.halt(token, c.traderId(), c.halted(), now);
        }
    }

    private void settled(Attempt attempt, ExchangeReply reply) {
        long now = ports.clock().getAsLong();
        currentHold = attempt.hold();
        if (reply instanceof Reported reported) {
            reportMarks.add(attempt.exchange().id(), reported.number());
            engine.onReport(reported.report(), now);
        } else if (reply instanceof ExchangeReply.NotSent) {
            engine.onReport(untraded(attempt, Outcome.NOT_SENT), now);
        } else if (reply instanceof ExchangeReply.Invalid) {
            log.warn("{} refused as invalid {}", attempt.exchange().code(), attempt.request());
            engine.onReport(untraded(attempt, Outcome.VOIDED), now);
        } else {
            log.warn("Shard {}: fenced at {}", claim.shard(), attempt.exchange().code());
            lost.run();
        }
        currentHold = null;
        if (attempt.hold() != null) {
            attempt.hold().release();
        }
        flush(now);
    }

    private static ExecutionReport untraded(Attempt attempt, Outcome outcome) {
        ExecutionRequest request = attempt.request();
        return new ExecutionReport(
                request.terms(),
                request.epoch(),
                request.attempt(),
                outcome,
                attempt.exchange().id(),
                0,
                0,
                0,
                request.boundPrice(),
                0);
    }

    /** Asks for the outcomes that are unknown. */
    void settleAttempts(long now) {
        attempts.onTime(now);
    }

    /** Lets the engine do what is due. */
    void onTime(long now) {
        engine.onTime(now);
        commit.flushMarks(now, LONGEST_MARKS_AGE_NS);
    }

    /** Begins to append what was decided, unless an append is under way. */
    void flush(long now) {
        if (claim.isValid()) {
            commit.flush(now);
        }
    }

    // What the engine tells

    @Override
    public void decided(Decision decision) {
        commit.add(Effect.of(engine, decision));
    }

    @Override
    public void execute(ExecutionRequest request) {
        Stock stock = ports.directory().stock(request.terms().stockId());
        if (stock == null) {
            throw new IllegalStateException("No stock " + request.terms().stockId());
        }
        attempts.add(new Attempt(request, stock.exchange(), takeHold()), commit.durableDecisions());
    }

    private TickMarks.@Nullable Hold takeHold() {
        if (currentTick != null) {
            return tickMarks.hold(currentTick.partition(), currentTick.offset());
        }
        return currentHold == null ? null : currentHold.again();
    }

    @Override
    public void answered(long token, CommandResult result) {
        OpenCommand command = commands.remove(token);
        if (command == null) {
            throw new IllegalStateException("Answer to a command that is not open");
        }
        commandMarks.done(command.place());
        commit.add(new PendingEntry.Answer(command, result));
    }

    // Hand-over and views

    /** Records, as a hint for the next owner, how far tables and events are, if that changed. */
    void recordMarks() {
        ShardMarks marks = pipeline.marks();
        if (!marks.equals(recordedMarks)) {
            recordedMarks = marks;
            ports.projector().recordMarks(claim.shard(), marks);
        }
    }

    /** Appends the marks now if they moved. */
    void flushMarks(long now) {
        commit.flushMarks(now, 0);
    }

    /** Whether an outcome, an append, a row or an event is under way. */
    boolean isIdle() {
        return attempts.isIdle() && commit.isIdle() && pipeline.isIdle();
    }

    boolean isAppending() {
        return commit.isAppending();
    }

    /** How many decisions wait for their append to begin. */
    int backlog() {
        return commit.backlog();
    }

    int openOrders() {
        return engine.openOrders();
    }
}
