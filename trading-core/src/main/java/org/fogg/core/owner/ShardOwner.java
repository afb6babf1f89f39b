package org.fogg.core.owner;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.funding.TransferOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a shard, from when its owner entry is in the journal: logs on at the exchanges,
 * catches up with ticks, then takes commands. Never waits; times come with the inputs. Not
 * thread-safe.
 *
 * <p>Commands come only when every exchange is logged on to, so that no cash is spent twice that an
 * unknown execution has spent already. Ticks of the exchanges that are logged on to have their
 * effect before that: what their orders need is reserved. The tick marks stay frozen meanwhile, so
 * that the ticks of a late exchange can be read again.
 *
 * @param <C> what a command comes with and its answer leaves with
 */
public final class ShardOwner<C> {

    private static final long LOG_ON_PAUSE_NS = 500_000_000;
    private static final long LONGEST_MARKS_AGE_NS = 5_000_000_000L;

    /** While so many decisions wait, no more orders are let expire: one entry is to hold them. */
    private static final int MOST_BACKLOG = 4_096;

    private final ShardEngine engine;
    private final long epoch;
    private final OwnerPort<C> port;
    private final ShardInputs<C> inputs;
    private final SortedMap<Integer, LogOn> missing = new TreeMap<>();
    private final SortedMap<Integer, LogOn> joining = new TreeMap<>();
    private final ArrayDeque<Tick> buffer = new ArrayDeque<>();
    private Map<Integer, Long> livePositions = Map.of();
    private Phase phase = Phase.NEW;
    private boolean frozen;
    private boolean ready;

    /** Where an owner stands. */
    public enum Phase {
        /** Stocks are made known. */
        NEW,
        /** Each exchange is being asked for the first time. */
        LOGGING_ON,
        /** Ticks are read again. */
        CATCHING_UP,
        /** Ticks are taken as they come; commands too, unless an exchange is missing. */
        LIVE,
        /** No more inputs are taken; what was begun ends. */
        ENDING,
        /** Another owner has the shard. */
        LOST
    }

    /** Trying to log on at one exchange. */
    private static final class LogOn {

        private boolean underWay;
        private boolean tried;
        private long retryAt;
    }

    /**
     * @param engine as {@link JournalFold#takeOver} gave it
     * @param relay the engine's listener
     * @param owner the entry, which is in the journal
     */
    public ShardOwner(
            ShardEngine engine,
            EngineRelay relay,
            JournalEntry owner,
            LastPrices prices,
            OwnerPort<C> port) {
        this.engine = engine;
        this.epoch = owner.epoch();
        this.port = port;
        inputs = new ShardInputs<>(engine, owner, prices, port);
        relay.connect(inputs);
    }

    /**
     * Begins, with the stocks that are known by now.
     *
     * @param livePositions by partition: the offset that the live ticks go on with
     */
    public void start(Map<Integer, Long> livePositions, long now) {
        phase = Phase.LOGGING_ON;
        this.livePositions = Map.copyOf(livePositions);
        if (isEmpty()) {
            // Nothing was ever decided, so no earlier tick can have an effect.
            livePositions.forEach((p, next) -> inputs.tickMarks().seen(p, next - 1));
        }
        List.copyOf(missing.entrySet()).forEach(each -> logOn(each.getKey(), each.getValue()));
        advance(now);
    }

    private boolean isEmpty() {
        return engine.decisionCount() == 0;
    }

    // Exchanges

    private void logOn(int exchangeId, LogOn logOn) {
        logOn.underWay = true;
        port.logOn(exchangeId, epoch, inputs.lastReport(exchangeId));
    }

    /** An exchange knows the epoch, and this is what it did above the mark. */
    public void onLoggedOn(int exchangeId, List<NumberedReport> reports, long now) {
        LogOn logOn = asked(exchangeId);
        if (logOn == null) {
            return;
        }
        missing.remove(exchangeId);
        joining.remove(exchangeId);
        inputs.onLoggedOn(exchangeId, reports, now);
        if (phase == Phase.LIVE && !frozen) {
            inputs.hearTicks();
            inputs.catchPrices(now);
        }
        inputs.commit().flush(now);
        advance(now);
    }

    /** An exchange did not answer; it will be asked again. */
    public void onNotLoggedOn(int exchangeId, long now) {
        LogOn logOn = asked(exchangeId);
        if (logOn != null) {
            logOn.underWay = false;
            logOn.tried = true;
            logOn.retryAt = now + LOG_ON_PAUSE_NS;
            advance(now);
        }
    }

    private @Nullable LogOn asked(int exchangeId) {
        if (isOver()) {
            return null;
        }
        LogOn logOn = missing.getOrDefault(exchangeId, joining.get(exchangeId));
        return logOn != null && logOn.underWay ? logOn : null;
    }

    /** An exchange says that a later epoch has logged on. */
    public void onFenced() {
        onTaken();
    }

    private void retryLogOns(SortedMap<Integer, LogOn> among, long now) {
        for (Map.Entry<Integer, LogOn> each : List.copyOf(among.entrySet())) {
            LogOn logOn = each.getValue();
            if (!logOn.underWay && now >= logOn.retryAt) {
                logOn(each.getKey(), logOn);
            }
        }
    }

    private void advance(long now) {
        if (phase == Phase.LOGGING_ON
                && missing.values().stream().allMatch(logOn -> logOn.tried && !logOn.underWay)) {
            if (!missing.isEmpty()) {
                frozen = true;
                inputs.tickMarks().freeze();
            }
            beginCatchUp(now);
        } else if (phase == Phase.LIVE && frozen && missing.isEmpty()) {
            inputs.tickMarks().rewind();
            inputs.tickMarks().thaw();
            frozen = false;
            beginCatchUp(now);
        }
    }

    /** An attempt's report. */
    public void onReport(Attempt attempt, NumberedReport report, long now) {
        if (phase != Phase.LOST) {
            inputs.onOutcome(attempt, report, now);
        }
    }

    /**
     * An attempt certainly came to nothing, without a report.
     *
     * @param outcome not filled
     */
    public void onUntraded(Attempt attempt, Outcome outcome, long now) {
        if (phase != Phase.LOST) {
            inputs.onUntraded(attempt, outcome, now);
        }
    }

    /** What became of an attempt is not known. */
    public void onUnknown(Attempt attempt, long now) {
        inputs.attempts().unknown(attempt, now);
    }

    /** What the receiver of a transfer said; unknown when it has decided nothing. */
    public void onTransferAnswer(long number, TransferOutcome outcome, long now) {
        if (phase != Phase.LOST) {
            inputs.onTransferAnswer(number, outcome, now);
        }
    }

    // Ticks

    private void beginCatchUp(long now) {
        phase = Phase.CATCHING_UP;
        inputs.hearTicks();
        if (isEmpty()) {
            onCaughtUp(now);
        } else {
            port.catchUp(catchUpFrom());
        }
    }

    /**
     * The marks, or where this instance's own ticks go on if that is earlier: what it has missed
     * below the marks has had its effect, but gives the prices that new orders are to be judged by.
     */
    private SortedMap<Integer, Long> catchUpFrom() {
        SortedMap<Integer, Long> from = new TreeMap<>(inputs.tickMarks().marks());
        from.replaceAll((p, mark) -> Math.min(mark, livePositions.getOrDefault(p, mark)));
        return from;
    }

    /** A tick that was read again. */
    public void onOldTick(Tick tick, long now) {
        if (phase == Phase.CATCHING_UP) {
            inputs.onTick(tick, now);
        }
    }

    /** A tick as it comes. */
    public void onTick(Tick tick, long now) {
        if (phase == Phase.LIVE) {
            inputs.onTick(tick, now);
        } else if (!isOver()) {
            buffer.addLast(tick);
        }
    }

    /** All ticks that were to be read again have come. */
    public void onCaughtUp(long now) {
        if (phase != Phase.CATCHING_UP) {
            return;
        }
        for (Tick tick = buffer.pollFirst(); tick != null; tick = buffer.pollFirst()) {
            inputs.onTick(tick, now);
        }
        if (!frozen) {
            inputs.hearTicks();
        }
        inputs.catchPrices(now);
        engine.retryAtOnce(now);
        inputs.commit().flush(now);
        phase = Phase.LIVE;
        if (!frozen && !ready) {
            ready = true;
            engine.resumeTransfers(now);
            inputs.commit().flush(now);
            port.ready(commandsDone());
        }
        advance(now);
    }

    /** A stock is listed, or listed anew, perhaps on an exchange that is new. */
    public void onStock(int stockId, int exchangeId, long priceIncrement, long now) {
        inputs.onStock(stockId, exchangeId, priceIncrement, now);
        if (inputs.isLoggedOn(exchangeId)
                || missing.containsKey(exchangeId)
                || joining.containsKey(exchangeId)) {
            return;
        }
        LogOn logOn = new LogOn();
        if (phase == Phase.NEW) {
            missing.put(exchangeId, logOn);
        } else {
            joining.put(exchangeId, logOn);
            logOn(exchangeId, logOn);
        }
    }

    // Commands, appends and time

    /**
     * The next command of the shard's partition.
     *
     * @param stockId the stock it may lead to an execution of; 0 when there is none
     * @param origin null, like the command, when it could not be decoded
     */
    public void onCommand(
            long offset,
            int stockId,
            @Nullable C origin,
            @Nullable OwnerCommand command,
            long now) {
        if (ready && !isOver()) {
            inputs.onCommand(offset, stockId, origin, command, now);
        }
    }

    /** The append under way is in the journal. */
    public void onAppended(long now) {
        if (phase != Phase.LOST) {
            inputs.commit().appended(now, inputs::durable);
        }
    }

    /** The slot of the append under way turned out to be another owner's. */
    public void onTaken() {
        if (phase != Phase.LOST) {
            phase = Phase.LOST;
            port.lost();
        }
    }

    /** What is due: log-ons, outcomes to ask for, expiries, marks. Call several times a second. */
    public void onTime(long now) {
        if (phase == Phase.LOST) {
            return;
        }
        if (phase != Phase.ENDING) {
            retryLogOns(missing, now);
            retryLogOns(joining, now);
        }
        inputs.attempts().onTime(now);
        inputs.transfers().onTime(now);
        if (phase == Phase.LIVE) {
            if (!frozen && backlog() < MOST_BACKLOG) {
                // An order that an exchange has filled unknown to us must not expire before we
                // hear.
                engine.onTime(now);
            }
            inputs.commit().flushMarks(now, LONGEST_MARKS_AGE_NS);
        }
        inputs.commit().flush(now);
    }

    /** Begins to append what was decided, unless an append is under way. */
    public void flush(long now) {
        if (phase != Phase.LOST) {
            inputs.commit().flush(now);
        }
    }

    /** Appends the marks now if they moved and nothing else is to be appended. */
    public void flushMarks(long now) {
        if (phase != Phase.LOST) {
            inputs.commit().flushMarks(now, 0);
        }
    }

    /** Takes no more inputs, so that what was begun can end. */
    public void end() {
        if (phase != Phase.LOST) {
            phase = Phase.ENDING;
            buffer.clear();
        }
    }

    private boolean isOver() {
        return phase == Phase.ENDING || phase == Phase.LOST;
    }

    // Views

    /** Where it stands. */
    public Phase phase() {
        return phase;
    }

    /** Whether it takes commands. */
    public boolean isReady() {
        return ready && phase == Phase.LIVE;
    }

    /** The exchanges that have not answered yet. */
    public Set<Integer> missing() {
        return new TreeSet<>(missing.keySet());
    }

    /** All commands below this offset have been answered. */
    public long commandsDone() {
        return inputs.commandMarks().low();
    }

    /** How many decisions wait for their append to begin. */
    public int backlog() {
        return inputs.commit().backlog();
    }

    /** Whether neither an append nor an attempt is under way or waits. */
    public boolean isIdle() {
        return inputs.commit().isIdle() && inputs.attempts().isIdle();
    }

    /** Whether all transfers that have left are answered. */
    public boolean hasNoTransfers() {
        return inputs.transfers().isIdle();
    }

    /** Whether an append is under way. */
    public boolean isAppending() {
        return inputs.commit().isAppending();
    }

    /** The engine, for its views only. */
    public ShardEngine engine() {
        return engine;
    }
}
