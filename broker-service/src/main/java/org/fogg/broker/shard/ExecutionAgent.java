package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.fogg.broker.command.Command;
import org.fogg.broker.market.Stock;
import org.fogg.core.owner.Tick;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns all shards of this instance, and alone calls their engines: {@link #doWork} takes what has
 * come, lets the engines decide, and begins appends at the end of each batch. It never waits for
 * anything. One thread calls {@code doWork}; the other methods are for any thread unless they say
 * otherwise.
 *
 * <p>Errors: what a shard throws is a bug, so its state in memory is not to be trusted: it is
 * dropped and read from the journal again, without the input that it failed on.
 */
final class ExecutionAgent {

    private static final Logger log = LoggerFactory.getLogger(ExecutionAgent.class);
    private static final int MOST_INPUTS = 128;
    private static final int MOST_BACKLOG = 4096;
    private static final long TIMER_NS = 50_000_000;
    private static final long RECORD_MARKS_NS = 1_000_000_000;

    private final Inbox inbox;
    private final ShardPorts ports;
    private final CatchUp catchUp;
    private final Ownership ownership;
    private final Consumer<AgentView> observer;
    private final Int2ObjectHashMap<OwnedShard> shards = new Int2ObjectHashMap<>();
    private final Int2IntHashMap exchangeOfStock = new Int2IntHashMap(0);
    private final Map<Integer, Long> livePositions = new TreeMap<>();
    private final Set<Refused> refused = new HashSet<>();
    private final Consumer<Runnable> guarded = this::run;
    private long timerAt;
    private long recordMarksAt;

    /** An input that a shard failed on: a command, or a tick of a partition. */
    private record Refused(int shard, int tickPartition, long offset) {

        private static final int COMMAND = -1;
    }

    /**
     * @param observer is told now and then how it stands, on the agent's thread
     */
    ExecutionAgent(
            Inbox inbox,
            ShardPorts ports,
            CatchUp catchUp,
            Ownership ownership,
            Consumer<AgentView> observer) {
        this.inbox = inbox;
        this.ports = ports;
        this.catchUp = catchUp;
        this.ownership = ownership;
        this.observer = observer;
    }

    /**
     * Does what there is to do now.
     *
     * @return how much that was; 0 when nothing
     */
    int doWork() {
        int work = inbox.takeCompletions(guarded);
        if (!isOverloaded()) {
            work += inbox.takeInputs(guarded, MOST_INPUTS);
        }
        long now = ports.clock().getAsLong();
        if (work > 0) {
            flush(now);
        }
        if (now >= timerAt) {
            timerAt = now + TIMER_NS;
            onTime(now);
        }
        return work;
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Something posted to the execution agent failed", e);
        }
    }

    /** While the journal does not keep up, decisions pile up: then no more inputs are taken. */
    private boolean isOverloaded() {
        for (OwnedShard owned : shards.values()) {
            if (owned.backlog() > MOST_BACKLOG) {
                return true;
            }
        }
        return false;
    }

    private void flush(long now) {
        for (OwnedShard owned : shards.values()) {
            owned.flush(now);
            if (owned.isReleasing()) {
                owned.release(now);
            }
        }
    }

    private void onTime(long now) {
        boolean record = now >= recordMarksAt;
        if (record) {
            recordMarksAt = now + RECORD_MARKS_NS;
        }
        for (OwnedShard owned : List.copyOf(shards.values())) {
            guard(owned, () -> owned.onTime(now));
            if (owned.isReleasing()) {
                owned.release(now);
            }
            if (record && owned.claim().isValid()) {
                owned.recordMarks();
            }
        }
        observer.accept(view());
    }

    private AgentView view() {
        List<Integer> ready = new ArrayList<>();
        Map<Integer, String> waiting = new TreeMap<>();
        int openOrders = 0;
        for (OwnedShard owned : shards.values()) {
            String reason = owned.waitsFor();
            if (reason == null) {
                ready.add(owned.id());
            } else {
                waiting.put(owned.id(), reason);
            }
            openOrders += owned.openOrders();
        }
        return new AgentView(ready, waiting, openOrders, inbox.depth());
    }

    private boolean guard(OwnedShard owned, Runnable input) {
        if (!owned.claim().isValid()) {
            return true;
        }
        try {
            input.run();
            return true;
        } catch (RuntimeException e) {
            log.error("Shard {} failed and is read again", owned.id(), e);
            lost(owned.claim());
            return false;
        }
    }

    // Shards come and go

    /** Takes on a shard that was recovered. */
    void adopt(RecoveredShard recovered) {
        inbox.putCompletion(() -> adoptNow(recovered));
    }

    private void adoptNow(RecoveredShard recovered) {
        Claim claim = recovered.claim();
        if (!claim.isValid()) {
            return;
        }
        ShardPorts guardedPorts = ports.withAgent(completion -> post(claim, completion));
        Runnable lost = () -> lost(claim);
        var owned = new OwnedShard(recovered, guardedPorts, catchUp, ownership, lost);
        shards.put(claim.shard(), owned);
        guard(owned, () -> owned.start(livePositions));
    }

    private void post(Claim claim, Runnable completion) {
        inbox.putCompletion(
                () -> {
                    OwnedShard owned = shards.get(claim.shard());
                    if (owned != null && owned.claim() == claim) {
                        guard(owned, completion);
                    }
                });
    }

    /** The claim turned out to have ended. Only on the agent's thread. */
    private void lost(Claim claim) {
        if (claim.end()) {
            inbox.putCompletion(() -> remove(claim));
            ownership.lost(claim);
        }
    }

    private void remove(Claim claim) {
        OwnedShard owned = shards.get(claim.shard());
        if (owned != null && owned.claim() == claim) {
            shards.remove(claim.shard());
        }
    }

    /** Drops a shard from memory at once; nothing is written for it any more. */
    void drop(Claim claim) {
        claim.end();
        inbox.putCompletion(() -> remove(claim));
    }

    /**
     * Has snapshots made of all shards for their next owners, while they go on here.
     *
     * @return done when they were made or cannot be; never fails
     */
    CompletableFuture<Void> prepareHandOver() {
        var done = new CompletableFuture<Void>();
        inbox.putCompletion(
                () -> {
                    CompletableFuture<?>[] each =
                            shards.values().stream()
                                    .map(OwnedShard::prepareHandOver)
                                    .toArray(CompletableFuture[]::new);
                    CompletableFuture.allOf(each)
                            .whenComplete((nothing, failure) -> done.complete(null));
                });
        return done;
    }

    /**
     * Hands a shard over: takes no more inputs for it, ends what was begun, then drops it.
     *
     * @param deadline when to drop it at the latest, nanoseconds since the Unix epoch
     */
    CompletableFuture<Void> release(Claim claim, long deadline) {
        var done = new CompletableFuture<Void>();
        inbox.putCompletion(
                () -> {
                    OwnedShard owned = shards.get(claim.shard());
                    if (owned == null || owned.claim() != claim) {
                        done.complete(null);
                    } else {
                        owned.beginRelease(done, deadline);
                    }
                });
        return done.whenComplete((nothing, failure) -> drop(claim));
    }

    // Inputs; those that bring them wait while there are too many

    /** The live ticks begin at these offsets, by partition. */
    void onTicksBegin(Map<Integer, Long> positions) {
        inbox.putInput(() -> livePositions.putAll(positions));
    }

    /** A tick as it comes. */
    boolean onTick(
            int stockId, long sequence, long price, long publishedAt, int partition, long offset) {
        return inbox.putInput(
                () -> liveTick(stockId, sequence, price, publishedAt, partition, offset));
    }

    private void liveTick(
            int stockId, long sequence, long price, long publishedAt, int partition, long offset) {
        long now = ports.clock().getAsLong();
        ports.timers().record(Stage.TICK, now - publishedAt);
        Tick tick = tick(stockId, sequence, price, publishedAt, partition, offset);
        livePositions.put(partition, offset + 1);
        for (OwnedShard owned : shards.values()) {
            tick(owned, tick, () -> owned.onTick(tick, now));
        }
        ports.timers().record(Stage.DECIDE, ports.clock().getAsLong() - now);
    }

    private void tick(OwnedShard owned, Tick tick, Runnable input) {
        if (!refused.isEmpty() && refused.contains(refusal(owned, tick))) {
            return;
        }
        if (!guard(owned, input)) {
            refused.add(refusal(owned, tick));
            String place = "tick of partition " + tick.partition() + "@" + tick.offset();
            ports.keptAside().note(place, "shard " + owned.id() + " failed on it");
        }
    }

    private static Refused refusal(OwnedShard owned, Tick tick) {
        return new Refused(owned.id(), tick.partition(), tick.offset());
    }

    private Tick tick(
            int stockId, long sequence, long price, long publishedAt, int partition, long offset) {
        int exchangeId = exchangeOfStock.get(stockId);
        return new Tick(stockId, exchangeId, sequence, price, publishedAt, partition, offset);
    }

    /** A tick that was read again for some shards. */
    boolean onOldTick(
            List<OwnedShard> group,
            int stockId,
            long sequence,
            long price,
            long publishedAt,
            int partition,
            long offset) {
        return inbox.putInput(
                () -> {
                    Tick tick = tick(stockId, sequence, price, publishedAt, partition, offset);
                    long now = ports.clock().getAsLong();
                    for (OwnedShard owned : group) {
                        tick(owned, tick, () -> owned.onOldTick(tick, now));
                    }
                });
    }

    /** All ticks that were to be read again for these shards have come. */
    boolean onCaughtUp(List<OwnedShard> group) {
        return inbox.putInput(() -> group.forEach(owned -> guard(owned, owned::onCaughtUp)));
    }

    /** A stock that is listed, or listed anew. */
    void onStock(Stock stock) {
        inbox.putInput(
                () -> {
                    exchangeOfStock.put(stock.id(), stock.exchange().id());
                    long now = ports.clock().getAsLong();
                    shards.values().forEach(owned -> guard(owned, () -> owned.onStock(stock, now)));
                });
    }

    /**
     * The next command of a shard's partition.
     *
     * @param command null when it could not be decoded
     */
    boolean onCommand(Claim claim, long offset, @Nullable Command command) {
        return inbox.putInput(() -> command(claim, offset, command));
    }

    private void command(Claim claim, long offset, @Nullable Command command) {
        OwnedShard owned = shards.get(claim.shard());
        if (owned == null || owned.claim() != claim) {
            return;
        }
        long now = ports.clock().getAsLong();
        if (command != null) {
            ports.timers().record(Stage.ENQUEUE, now - command.origin().acceptedAt());
        }
        var place = new Refused(claim.shard(), Refused.COMMAND, offset);
        Command taken = refused.contains(place) ? null : command;
        if (!guard(owned, () -> owned.onCommand(offset, taken, now))) {
            refused.add(place);
            String name = "command of shard " + claim.shard() + "@" + offset;
            ports.keptAside().note(name, "its shard failed on it");
        }
    }
}
