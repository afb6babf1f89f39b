package org.fogg.broker.shard;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.fogg.broker.command.Command;
import org.fogg.broker.exchange.LogOnOutcome;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.Stock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of an owned shard: logging on at the exchanges, catching up with ticks, live, and handed
 * over. Confined to the agent's thread.
 *
 * <p>Commands come only when every exchange is logged on to, so that no cash is spent twice that an
 * unknown execution has spent already. Ticks of the exchanges that are logged on to have their
 * effect before that: what their orders need is reserved. The tick marks stay frozen meanwhile, so
 * that the ticks of a late exchange can be read again.
 */
final class OwnedShard {

    private static final Logger log = LoggerFactory.getLogger(OwnedShard.class);
    private static final long LOG_ON_PAUSE_NS = 500_000_000;

    private final Shard shard;
    private final ShardPorts ports;
    private final CatchUp catchUp;
    private final Ownership ownership;
    private final Runnable lost;
    private final Map<Integer, LogOn> missing = new HashMap<>();
    private final Map<Integer, LogOn> joining = new HashMap<>();
    private final ArrayDeque<Tick> buffer = new ArrayDeque<>();
    private final long startedAt;
    private State state = State.LOGGING_ON;
    private boolean frozen;
    private boolean ready;
    private @Nullable CompletableFuture<Void> released;
    private long releaseBy;

    private enum State {
        LOGGING_ON,
        CATCHING_UP,
        LIVE,
        RELEASING
    }

    OwnedShard(Shard shard, ShardPorts ports, CatchUp catchUp, Ownership ownership, Runnable lost) {
        this.shard = shard;
        this.ports = ports;
        this.catchUp = catchUp;
        this.ownership = ownership;
        this.lost = lost;
        this.startedAt = ports.clock().getAsLong();
    }

    Shard shard() {
        return shard;
    }

    /**
     * Begins.
     *
     * @param livePositions by partition: the offset that the live ticks go on with
     */
    void start(Map<Integer, Long> livePositions) {
        if (shard.isEmpty()) {
            // Nothing was ever decided, so no earlier tick can have an effect.
            livePositions.forEach((p, next) -> shard.tickMarks().seen(p, next - 1));
        }
        for (Exchange exchange : ports.directory().exchanges()) {
            missing.put(exchange.id(), new LogOn());
        }
        for (Exchange exchange : ports.directory().exchanges()) {
            logOn(exchange, missing);
        }
        advance();
    }

    // Exchanges

    private void logOn(Exchange exchange, Map<Integer, LogOn> among) {
        LogOn logOn = among.get(exchange.id());
        if (logOn == null) {
            return;
        }
        logOn.underWay = true;
        ports.exchanges()
                .logOn(
                        exchange,
                        shard.id(),
                        shard.epoch(),
                        shard.lastReport(exchange.id()),
                        outcome ->
                                ports.agent().post(() -> onLogOn(exchange, among, logOn, outcome)));
    }

    private void onLogOn(
            Exchange exchange, Map<Integer, LogOn> among, LogOn logOn, LogOnOutcome outcome) {
        if (!shard.claim().isValid() || state == State.RELEASING) {
            return;
        }
        long now = ports.clock().getAsLong();
        logOn.underWay = false;
        logOn.tried = true;
        if (outcome instanceof LogOnOutcome.Accepted accepted) {
            among.remove(exchange.id());
            shard.onLoggedOn(exchange, accepted.reports(), now);
            if (state == State.LIVE) {
                shard.catchPrices(now);
            }
            shard.flush(now);
        } else if (outcome instanceof LogOnOutcome.Superseded) {
            log.warn("Shard {}: a later epoch is logged on at {}", shard.id(), exchange.code());
            lost.run();
            return;
        } else {
            logOn.retryAt = now + LOG_ON_PAUSE_NS;
        }
        advance();
    }

    private void retryLogOns(Map<Integer, LogOn> among, long now) {
        for (Map.Entry<Integer, LogOn> entry : among.entrySet()) {
            LogOn logOn = entry.getValue();
            Exchange exchange = ports.directory().exchange(entry.getKey());
            if (exchange != null && !logOn.underWay && now >= logOn.retryAt) {
                logOn(exchange, among);
            }
        }
    }

    private void advance() {
        if (state == State.LOGGING_ON
                && missing.values().stream().allMatch(logOn -> logOn.tried && !logOn.underWay)) {
            if (!missing.isEmpty()) {
                frozen = true;
                shard.tickMarks().freeze();
            }
            beginCatchUp();
        } else if (state == State.LIVE && frozen && missing.isEmpty()) {
            shard.tickMarks().rewind();
            shard.tickMarks().thaw();
            frozen = false;
            beginCatchUp();
        }
    }

    // Ticks

    private void beginCatchUp() {
        state = State.CATCHING_UP;
        if (shard.isEmpty()) {
            onCaughtUp();
        } else {
            catchUp.request(this, shard.tickMarks().marks());
        }
    }

    /** A tick that was read again. */
    void onOldTick(Tick tick, long now) {
        if (state == State.CATCHING_UP) {
            shard.onTick(tick, now);
        }
    }

    /** A tick as it comes. */
    void onTick(Tick tick, long now) {
        if (state == State.LIVE) {
            shard.onTick(tick, now);
        } else if (state != State.RELEASING) {
            buffer.addLast(tick);
        }
    }

    /** All ticks that were to be read again have come. */
    void onCaughtUp() {
        if (state != State.CATCHING_UP) {
            return;
        }
        long now = ports.clock().getAsLong();
        for (Tick tick = buffer.pollFirst(); tick != null; tick = buffer.pollFirst()) {
            shard.onTick(tick, now);
        }
        shard.catchPrices(now);
        shard.flush(now);
        state = State.LIVE;
        if (!frozen && !ready) {
            ready = true;
            log.info(
                    "Shard {}: live in epoch {} after {} ms, {} open orders",
                    shard.id(),
                    shard.epoch(),
                    (now - startedAt) / 1_000_000,
                    shard.openOrders());
            ownership.ready(shard.claim(), shard.commandMarks().low());
        }
        advance();
    }

    /** A stock is listed, perhaps on an exchange that is new. */
    void onStock(Stock stock, long now) {
        shard.onStock(stock, now);
        Exchange exchange = stock.exchange();
        int id = exchange.id();
        if (!shard.isLoggedOn(id) && !missing.containsKey(id) && !joining.containsKey(id)) {
            joining.put(id, new LogOn());
            logOn(exchange, joining);
        }
    }

    // Commands, time and the end

    /** The next command of the partition; null when it could not be decoded. */
    void onCommand(long offset, @Nullable Command command, long now) {
        if (ready && state != State.RELEASING) {
            shard.onCommand(offset, command, now);
        }
    }

    /** What is due. */
    void onTime(long now) {
        retryLogOns(missing, now);
        retryLogOns(joining, now);
        shard.settleAttempts(now);
        if (state == State.LIVE) {
            shard.onTime(now);
        }
        ownership.progress(shard.id(), shard.commandMarks().low());
        shard.flush(now);
    }

    /** Takes no more inputs; done when all that was begun has ended, or at the deadline. */
    void beginRelease(CompletableFuture<Void> done, long deadline) {
        state = State.RELEASING;
        released = done;
        releaseBy = deadline;
        buffer.clear();
        release(ports.clock().getAsLong());
    }

    /** Ends the hand-over when it can end. */
    void release(long now) {
        if (released == null || released.isDone()) {
            return;
        }
        if (shard.isIdle()) {
            shard.flushMarks(now);
        }
        boolean idle = shard.isIdle();
        if (idle || now >= releaseBy) {
            if (idle) {
                shard.recordMarks();
            }
            log.info("Shard {}: handed over{}", shard.id(), idle ? "" : " with work under way");
            released.complete(null);
        }
    }

    /** Whether it is being handed over. */
    boolean isReleasing() {
        return state == State.RELEASING;
    }

    /** Whether it takes commands. */
    boolean isReady() {
        return ready && state == State.LIVE;
    }

    /** What it waits for, for people; null when for nothing. */
    @Nullable String waitsFor() {
        if (isReady()) {
            return null;
        }
        return switch (state) {
            case LOGGING_ON -> "shard " + shard.id() + ": logging on at the exchanges";
            case CATCHING_UP -> "shard " + shard.id() + ": catching up with ticks";
            case LIVE -> "shard " + shard.id() + ": waiting for exchanges " + codes();
            case RELEASING -> "shard " + shard.id() + ": being handed over";
        };
    }

    private SortedSet<String> codes() {
        var codes = new TreeSet<String>();
        for (int id : missing.keySet()) {
            Exchange exchange = ports.directory().exchange(id);
            codes.add(exchange == null ? String.valueOf(id) : exchange.code());
        }
        return codes;
    }

    /** Trying to log on at one exchange. */
    private static final class LogOn {

        private boolean underWay;
        private boolean tried;
        private long retryAt;
    }
}
