package org.fogg.core.simulation;

import static org.fogg.core.simulation.VirtualTime.MILLI;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.owner.Answer;
import org.fogg.core.owner.Attempt;
import org.fogg.core.owner.EngineRelay;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.JournalFold;
import org.fogg.core.owner.LastPrices;
import org.fogg.core.owner.NumberedReport;
import org.fogg.core.owner.OwnerCommand;
import org.fogg.core.owner.OwnerPort;
import org.fogg.core.owner.ShardOwner;
import org.fogg.core.owner.Tick;

/**
 * A broker instance that wants the shard: takes it over and is its owner, until it crashes or finds
 * that another one is. May be paused: then whatever comes to it waits, and it does not know.
 */
final class Instance implements OwnerPort<Command>, LastPrices {

    private static final long TIMEOUT = 100 * MILLI;
    private static final long TIMER = 50 * MILLI;

    private final Region region;
    private final VirtualTime time;
    private final UUID incarnation;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final EngineRelay relay = new EngineRelay();
    private final JournalFold fold;
    private ShardOwner<Command> owner;
    private boolean alive = true;
    private boolean paused;
    private int nextTick;
    private int nextCommand = -1;

    Instance(Region region, VirtualTime time) {
        this.region = region;
        this.time = time;
        incarnation = new UUID(time.random().nextLong(), time.random().nextLong());
        ShardEngine engine = new ShardEngine(Region.LIMITS, relay);
        SimulatedJournal.Snapshot snapshot = region.journal().snapshot();
        if (snapshot != null && time.random().nextBoolean()) {
            engine.restore(snapshot.chunks());
            fold = new JournalFold(engine, snapshot.last());
        } else {
            fold = new JournalFold(engine);
        }
        nextTick = region.market().ticks().size();
        time.after(0, () -> inbox(this::takeOver));
    }

    boolean isAlive() {
        return alive;
    }

    boolean isOwner() {
        return alive && owner != null;
    }

    ShardOwner<Command> owner() {
        return owner;
    }

    void crash() {
        alive = false;
        waiting.clear();
    }

    void pause(long duration) {
        paused = true;
        time.after(duration, this::wake);
    }

    private void wake() {
        paused = false;
        while (!waiting.isEmpty() && !paused) {
            inbox(waiting.poll());
        }
    }

    /** Lets something happen here, now or when this instance wakes up. */
    private void inbox(Runnable input) {
        if (!alive) {
            return;
        }
        if (paused) {
            waiting.add(input);
            return;
        }
        input.run();
        if (owner != null && alive) {
            owner.flush(time.now());
        }
    }

    // Take-over

    private void takeOver() {
        for (JournalEntry entry : region.journal().from(fold.next())) {
            fold.add(entry, decision -> {});
        }
        JournalEntry entry = fold.ownerEntry(1, 0, incarnation, time.now());
        append(entry, () -> begin(entry), () -> inbox(this::takeOver));
    }

    private void begin(JournalEntry entry) {
        time.trace("owner", entry.epoch());
        owner = new ShardOwner<>(fold.takeOver(entry), relay, entry, this, this);
        for (SimulatedExchange each : region.market().exchanges()) {
            owner.onStock(each.id(), each.id(), Market.INCREMENT, time.now());
        }
        owner.start(Map.of(0, (long) nextTick), time.now());
        region.truth().compare(this);
        time.after(TIMER, this::timer);
    }

    private void timer() {
        if (alive) {
            inbox(() -> owner.onTime(time.now()));
            time.after(TIMER, this::timer);
        }
    }

    // Topics

    /** Reads on in the topics, one message of each. */
    void poll() {
        inbox(
                () -> {
                    if (owner == null) {
                        return;
                    }
                    if (nextTick < region.market().ticks().size()) {
                        owner.onTick(region.market().ticks().get(nextTick++), time.now());
                    }
                    if (nextCommand >= 0 && nextCommand < region.commands().size()) {
                        Command command = region.commands().get(nextCommand);
                        owner.onCommand(
                                nextCommand++,
                                command.stockId(),
                                command,
                                command.input(),
                                time.now());
                    }
                });
    }

    @Override
    public String toString() {
        return owner == null
                ? "taking over"
                : owner.phase()
                        + (owner.isReady() ? ", ready" : ", missing " + owner.missing())
                        + (owner.isIdle() ? ", idle" : ", busy")
                        + ", commands done "
                        + owner.commandsDone()
                        + ", read "
                        + nextCommand
                        + (paused ? ", paused" : "");
    }

    boolean hasReadAllTicks() {
        return nextTick == region.market().ticks().size();
    }

    private Tick lastTick(int stockId) {
        for (int i = nextTick - 1; i >= 0; i--) {
            Tick tick = region.market().ticks().get(i);
            if (tick.stockId() == stockId) {
                return tick;
            }
        }
        throw new IllegalStateException("No tick of " + stockId);
    }

    @Override
    public long price(int stockId) {
        return lastTick(stockId).price();
    }

    @Override
    public long sequence(int stockId) {
        return lastTick(stockId).sequence();
    }

    @Override
    public long publishedAt(int stockId) {
        return lastTick(stockId).publishedAt();
    }

    @Override
    public void catchUp(SortedMap<Integer, Long> offsets) {
        int from = Math.toIntExact(offsets.getOrDefault(0, 0L));
        time.after(
                MILLI,
                () ->
                        inbox(
                                () -> {
                                    List<Tick> ticks = region.market().ticks();
                                    int end = ticks.size();
                                    for (Tick tick : List.copyOf(ticks.subList(from, end))) {
                                        owner.onOldTick(tick, time.now());
                                    }
                                    owner.onCaughtUp(time.now());
                                }));
    }

    @Override
    public void ready(long fromOffset) {
        nextCommand = Math.toIntExact(fromOffset);
    }

    // Journal

    @Override
    public void decided(Decision decision) {
        time.trace(decision.toString(), 0);
    }

    @Override
    public void append(JournalEntry entry) {
        append(
                entry,
                () -> {
                    owner.onAppended(time.now());
                    region.truth().compare(this);
                },
                () -> owner.onTaken());
    }

    /** The identical append again and again, until it is known whose the slot is. */
    private void append(JournalEntry entry, Runnable appended, Runnable taken) {
        Call call = new Call();
        time.send(
                () -> {
                    UUID holder = region.append(entry);
                    time.send(
                            () ->
                                    inbox(
                                            () -> {
                                                if (call.end()) {
                                                    boolean own = holder.equals(incarnation);
                                                    (own ? appended : taken).run();
                                                }
                                            }));
                });
        time.after(
                TIMEOUT,
                () ->
                        inbox(
                                () -> {
                                    if (call.end()) {
                                        append(entry, appended, taken);
                                    }
                                }));
    }

    /** A call of another machine, which has one end: an answer, or none in time. */
    private static final class Call {

        private boolean over;

        private boolean end() {
            boolean first = !over;
            over = true;
            return first;
        }
    }

    @Override
    public void durable(JournalEntry entry, List<Answer<Command>> answers, long now) {
        answers.forEach(this::answer);
    }

    @Override
    public void answer(Answer<Command> answer) {
        region.truth().acknowledged(answer);
        time.send(() -> answer.origin().answered(answer));
    }

    // Exchanges

    @Override
    public void execute(Attempt attempt) {
        if (time.fails(2)) {
            time.after(
                    MILLI,
                    () -> inbox(() -> owner.onUntraded(attempt, Outcome.NOT_SENT, time.now())));
            return;
        }
        ask(attempt, false);
    }

    @Override
    public void resolve(Attempt attempt) {
        ask(attempt, true);
    }

    private void ask(Attempt attempt, boolean resolve) {
        SimulatedExchange exchange = region.market().exchange(attempt.exchangeId());
        time.send(
                () -> {
                    if (exchange.away) {
                        return;
                    }
                    NumberedReport report =
                            resolve
                                    ? exchange.resolve(attempt.request())
                                    : exchange.execute(attempt.request());
                    time.trace("exchange", report == null ? 0 : report.number());
                    time.send(() -> inbox(() -> replied(attempt, report)));
                });
        time.after(TIMEOUT, () -> inbox(() -> owner.onUnknown(attempt, time.now())));
    }

    private void replied(Attempt attempt, NumberedReport report) {
        if (report == null) {
            owner.onFenced();
        } else {
            owner.onReport(attempt, report, time.now());
        }
    }

    @Override
    public void logOn(int exchangeId, long epoch, long fromReport) {
        SimulatedExchange exchange = region.market().exchange(exchangeId);
        Call call = new Call();
        time.send(
                () -> {
                    if (exchange.away) {
                        return;
                    }
                    List<NumberedReport> reports = exchange.logOn(epoch, fromReport);
                    time.send(
                            () ->
                                    inbox(
                                            () -> {
                                                if (reports == null) {
                                                    owner.onFenced();
                                                } else if (call.end()) {
                                                    owner.onLoggedOn(
                                                            exchangeId, reports, time.now());
                                                }
                                            }));
                });
        time.after(
                TIMEOUT,
                () ->
                        inbox(
                                () -> {
                                    if (call.end()) {
                                        owner.onNotLoggedOn(exchangeId, time.now());
                                    }
                                }));
    }

    // The other georegion

    @Override
    public void send(TransferRequest request) {
        SenderId sender = new SenderId(region.name(), 0);
        OrderTerms order = request.terms().order();
        other(
                request,
                order == null ? 0 : order.stockId(),
                (engine, token, now) -> engine.apply(token, sender, request, now));
    }

    @Override
    public void recall(TransferRequest request) {
        SenderId sender = new SenderId(region.name(), 0);
        other(request, 0, (engine, token, now) -> engine.bar(token, sender, request, now));
    }

    private void other(TransferRequest request, int stockId, OwnerCommand input) {
        region.truth().left(request);
        region.other()
                .command(
                        new Command(
                                stockId,
                                input,
                                answer ->
                                        time.send(
                                                () ->
                                                        inbox(
                                                                () ->
                                                                        owner.onTransferAnswer(
                                                                                request.number(),
                                                                                answer.transfer(),
                                                                                time.now())))));
    }

    @Override
    public void lost() {
        time.trace("lost", 0);
        crash();
    }
}
