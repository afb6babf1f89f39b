package org.fogg.broker.snapshot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.journal.History;
import org.fogg.broker.journal.JournalStore;
import org.fogg.broker.projection.Projector;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.engine.TradingLimits;
import org.fogg.core.owner.EngineRelay;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.JournalFold;
import org.fogg.core.snapshot.SnapshotChunk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where shards begin, and what makes sure that they can begin late. A snapshot is made on a thread
 * of its own by folding the journal once more, so no shard waits for it. Thread-safe.
 */
public final class Snapshots implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final long NOT_KNOWN = Long.MAX_VALUE;

    /** Fewer entries are read as quickly as a snapshot is found. */
    private static final int LEAST_AHEAD = 500;

    /** However large the last one was. */
    private static final long MOST_TIMES_EVERY = 10;

    private final SnapshotStore store;
    private final TradingLimits limits;
    private final KeptAside keptAside;
    private final SnapshotSettings settings;
    private final SnapshotJob job;
    private final Timer made;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Snapshots::daemon);

    /** By shard: the latest entry that is in a snapshot, or was to be. */
    private final Map<Integer, Long> latest = new ConcurrentHashMap<>();

    /** By shard: the records of the last snapshot that was made here. */
    private final Map<Integer, Long> records = new ConcurrentHashMap<>();

    /**
     * @param limits for engines that fold a journal
     * @param projector knows how far the tables are
     */
    public Snapshots(
            SnapshotStore store,
            JournalStore journal,
            Projector projector,
            TradingLimits limits,
            KeptAside keptAside,
            SnapshotSettings settings,
            MeterRegistry meters) {
        this.store = store;
        this.limits = limits;
        this.keptAside = keptAside;
        this.settings = settings;
        job = new SnapshotJob(this, store, journal, projector, settings.removeJournal());
        made =
                Timer.builder("fogg.snapshot")
                        .description("Making a snapshot, from reading to its verification")
                        .register(meters);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "snapshots");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins a fold with the latest verified snapshot. One that turns out to be damaged is kept
     * aside, and the one before it, or the whole journal, takes its place. Blocks.
     *
     * @param atMost the last entry that may be in it
     * @param history what is the journal: a snapshot of an entry that is not in it counts for
     *     nothing
     */
    public Restored restore(int shard, long atMost, History history) {
        for (SnapshotHead head : store.heads(shard)) {
            if (head.state() == SnapshotHead.State.VERIFIED
                    && head.sequence() <= atMost
                    && history.has(head.sequence())) {
                try {
                    return restore(head);
                } catch (MalformedMessageException | IllegalArgumentException e) {
                    keepAside(shard, head.sequence(), e);
                }
            }
        }
        var relay = new EngineRelay();
        var engine = new ShardEngine(limits, relay);
        return new Restored(engine, relay, new JournalFold(engine), -1);
    }

    private Restored restore(SnapshotHead head) {
        JournalEntry entry = head.entry();
        if (entry == null || entry.sequence() != head.sequence()) {
            throw new MalformedMessageException("Its entry makes no sense");
        }
        var relay = new EngineRelay();
        var engine = new ShardEngine(limits, relay);
        engine.restore(store.chunks(head.shard(), head.sequence()));
        var fold = new JournalFold(engine, entry);
        return new Restored(engine, relay, fold, head.sequence());
    }

    /**
     * The hash of the state that a snapshot gives.
     *
     * @throws IllegalArgumentException when it gives none
     */
    long stateHash(Iterable<SnapshotChunk> chunks) {
        var engine = new ShardEngine(limits, new EngineRelay());
        engine.restore(chunks);
        return engine.stateHash();
    }

    /** Keeps a snapshot aside that is not what it should be. */
    void keepAside(int shard, long sequence, RuntimeException reason) {
        keptAside.note("snapshot " + sequence + " of shard " + shard, reason.getMessage());
        store.keepAside(shard, sequence, String.valueOf(reason.getMessage()));
    }

    /** The shard has an owner here, which began with this snapshot; -1 for none. */
    public void began(int shard, long sequence) {
        latest.put(shard, sequence);
    }

    /**
     * Has a snapshot made if it is time for one. Never blocks.
     *
     * @param done all entries up to it are durable, projected and published
     * @param wanted no longer true: it is given up
     */
    public void consider(int term, int shard, long done, BooleanSupplier wanted) {
        if (isDue(shard, done, distance(shard))) {
            start(term, shard, done, wanted);
        }
    }

    /**
     * How many entries lie between two snapshots: half as many as the last one has records, for one
     * that is dear to make may leave more to read, as reading it is dear, too.
     */
    private long distance(int shard) {
        long least = settings.every();
        return Math.min(
                Math.max(records.getOrDefault(shard, 0L) / 2, least), MOST_TIMES_EVERY * least);
    }

    /**
     * Has a snapshot made of a shard that is to be handed over in order, unless there are few
     * entries since the last one, so that the next owner has little to read. Never blocks.
     *
     * @param done all entries up to it are durable, projected and published
     * @param wanted no longer true: it is given up
     * @return done when it has been made or was given up; never fails
     */
    public CompletableFuture<Void> ahead(int term, int shard, long done, BooleanSupplier wanted) {
        if (isDue(shard, done, Math.min(LEAST_AHEAD, settings.every()))) {
            start(term, shard, done, wanted);
        }
        var idle = new CompletableFuture<Void>();
        execute(() -> idle.complete(null), () -> idle.complete(null));
        return idle;
    }

    private boolean isDue(int shard, long done, long least) {
        long before = latest.getOrDefault(shard, NOT_KNOWN);
        return done >= before && done - before >= least;
    }

    private void start(int term, int shard, long done, BooleanSupplier wanted) {
        // Also when it fails: the next one is tried so many entries later, not at once.
        latest.put(shard, done);
        execute(
                () -> make(term, shard, done, wanted),
                () -> log.debug("Snapshot of shard {} not made: closed", shard));
    }

    private void execute(Runnable work, Runnable otherwise) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            otherwise.run();
        }
    }

    private void make(int term, int shard, long to, BooleanSupplier wanted) {
        long start = System.nanoTime();
        try {
            long size = job.make(term, shard, to, () -> wanted.getAsBoolean() && !isClosed());
            long took = System.nanoTime() - start;
            made.record(took, TimeUnit.NANOSECONDS);
            records.put(shard, size);
            log.info(
                    "Shard {}: snapshot of entry {} with {} records after {} ms",
                    shard,
                    to,
                    size,
                    took / 1_000_000);
        } catch (SnapshotJob.AbandonedException e) {
            log.debug("Snapshot of shard {} given up", shard);
        } catch (RuntimeException e) {
            if (!isClosed()) {
                log.warn("Snapshot of shard {} not made", shard, e);
            }
        }
    }

    private boolean isClosed() {
        return thread.isShutdown();
    }

    /** Makes no more of them; what is being made is given up. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
