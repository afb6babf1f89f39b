package org.fogg.broker.journal;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fogg.broker.home.Home;
import org.fogg.broker.home.Placing;
import org.fogg.broker.journal.History.Followed;
import org.fogg.broker.journal.History.Stretch;
import org.fogg.broker.statement.Preparation;
import org.fogg.core.owner.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journals in the table {@code journal}. A slot is taken by a conditional write, serial in the
 * home's data centre, committed at its quorum, or at that of both data centres. A segment that was
 * removed keeps its mark {@code closed}, which is part of the condition: its empty slots cannot be
 * taken again.
 */
public final class CassandraJournalStore implements JournalStore {

    private static final Logger log = LoggerFactory.getLogger(CassandraJournalStore.class);
    private static final int PAGE = 512;
    private static final UUID NOBODY = new UUID(0, 0);

    private final CqlSession session;
    private final ScheduledExecutorService pauses;
    private final PreparedStatement append;
    private final PreparedStatement settle;
    private final PreparedStatement select;
    private final PreparedStatement selectSequences;
    private final PreparedStatement selectClosed;
    private final PreparedStatement removeSegment;
    private final TermTable terms;
    private final Home home;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong unseen = new AtomicLong();

    /**
     * @param keyspace the georegion's keyspace, whose tables exist
     * @param pauses runs what has to wait before it is tried again
     * @param home says where an append has to be, and whether its term still lasts
     */
    public CassandraJournalStore(
            CqlSession session, String keyspace, ScheduledExecutorService pauses, Home home) {
        this.session = session;
        this.pauses = pauses;
        this.home = home;
        this.terms = new TermTable(session, keyspace);
        String table = keyspace + ".journal";
        String where = " WHERE term = ? AND shard = ? AND segment = ?";
        // Not marked idempotent: the repetition is ours, which knows how to read the answer.
        this.append =
                prepare(
                        "UPDATE "
                                + table
                                + " SET incarnation = ?, entry = ?"
                                + where
                                + " AND sequence = ? IF incarnation = null AND closed = null",
                        false);
        // Below every append's own timestamp, so that it fills a hole and changes nothing else.
        this.settle =
                prepare(
                        "UPDATE "
                                + table
                                + " USING TIMESTAMP 1 SET incarnation = ?, entry = ?"
                                + where
                                + " AND sequence = ?",
                        true);
        this.select = prepare("SELECT entry FROM " + table + where + " AND sequence >= ?", true);
        this.selectSequences =
                prepare("SELECT sequence FROM " + table + where + " AND sequence >= ?", true);
        this.selectClosed = prepare("SELECT closed FROM " + table + where + " LIMIT 1", true);
        // One batch of one partition: the segment is closed in the moment in which it is empty.
        this.removeSegment =
                prepare(
                        "BEGIN BATCH UPDATE "
                                + table
                                + " SET closed = true"
                                + where
                                + " IF closed = null; DELETE FROM "
                                + table
                                + where
                                + " AND sequence >= 0; APPLY BATCH",
                        false);
    }

    private PreparedStatement prepare(String cql, boolean idempotent) {
        return Preparation.prepare(
                session,
                SimpleStatement.builder(cql)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                        .setIdempotence(idempotent)
                        .setPageSize(PAGE)
                        .build());
    }

    /** How many tries of appends have failed since start. */
    public long failures() {
        return failures.get();
    }

    @Override
    public void append(
            Slot slot,
            UUID incarnation,
            ByteBuffer entry,
            BooleanSupplier wanted,
            Consumer<AppendOutcome> done) {
        new RepeatedAppend(
                        () -> attempt(slot, incarnation, entry),
                        incarnation,
                        wanted,
                        done,
                        pauses,
                        pause -> failures.incrementAndGet())
                .start();
    }

    private CompletionStage<UUID> attempt(Slot slot, UUID incarnation, ByteBuffer entry) {
        boolean everywhere = home.isEverywhere();
        BoundStatement bound = bind(append, slot, incarnation, entry);
        return (everywhere
                        ? Placing.writeEverywhere(session, home, bound)
                        : session.executeAsync(bound))
                .thenCompose(
                        result -> {
                            // Asked before the row is read, for the driver cannot tell afterwards.
                            boolean settled = everywhere && result.wasApplied();
                            UUID holder = holder(result, incarnation);
                            return holder.equals(incarnation)
                                    ? confirm(slot, incarnation, entry, settled)
                                    : CompletableFuture.completedFuture(holder);
                        });
    }

    private static BoundStatement bind(
            PreparedStatement statement, Slot slot, UUID incarnation, ByteBuffer entry) {
        return statement.bind(
                incarnation,
                entry,
                slot.term(),
                slot.shard(),
                JournalEntry.segmentOf(slot.sequence()),
                slot.sequence());
    }

    /**
     * The slot is this writer's. Where it has to be in both data centres, finding the own row says
     * nothing of the other one, so the same values are written plainly to both; and an entry of a
     * term that is over counts as another's, for the next home may not have seen it.
     */
    private CompletionStage<UUID> confirm(
            Slot slot, UUID incarnation, ByteBuffer entry, boolean settled) {
        return home.confirm(slot.term())
                .thenCompose(
                        lasts -> {
                            if (!lasts) {
                                return CompletableFuture.completedFuture(NOBODY);
                            }
                            if (settled || !home.isEverywhere()) {
                                return CompletableFuture.completedFuture(incarnation);
                            }
                            BoundStatement again = bind(settle, slot, incarnation, entry);
                            return Placing.writeEverywhere(session, home, again)
                                    .thenCompose(
                                            written -> confirm(slot, incarnation, entry, true));
                        });
    }

    private static UUID holder(AsyncResultSet result, UUID incarnation) {
        if (result.wasApplied()) {
            return incarnation;
        }
        Row row = Objects.requireNonNull(result.one(), "an append not applied shows what is there");
        UUID holder = row.getUuid("incarnation");
        if (holder == null && !row.getBoolean("closed")) {
            throw new IllegalStateException("An empty slot was not given");
        }
        // A slot that was removed with its segment is not this writer's either.
        return holder == null ? NOBODY : holder;
    }

    @Override
    public History begin(int term, int shard) {
        if (term == 1) {
            return History.FIRST;
        }
        NavigableMap<Integer, Followed> begun = terms.begun(shard, term);
        if (!begun.containsKey(term)) {
            Stretch last = History.of(begun).last();
            long end = end(last, shard);
            Followed followed =
                    end < last.from() && last.term() > 1
                            ? Objects.requireNonNull(begun.get(last.term()))
                            : new Followed(last.term(), end);
            log.warn("Shard {}: term {} follows entry {}", shard, term, followed);
            terms.begin(
                    shard,
                    term,
                    followed,
                    home.isEverywhere()
                            ? ConsistencyLevel.EACH_QUORUM
                            : ConsistencyLevel.LOCAL_QUORUM);
        }
        return history(term, shard);
    }

    private History history(int term, int shard) {
        return term == 1 ? History.FIRST : History.of(terms.begun(shard, term));
    }

    /** The last entry of a stretch that follows from the ones before it. */
    private long end(Stretch stretch, int shard) {
        long next = stretch.from();
        while (true) {
            long before = next;
            long segment = JournalEntry.segmentOf(next);
            for (Row row :
                    session.execute(selectSequences.bind(stretch.term(), shard, segment, next))) {
                if (row.getLong("sequence") == next) {
                    next++;
                } else {
                    unseen.incrementAndGet();
                    log.warn(
                            "Shard {}: entry {} of term {} is beyond a gap and does not count",
                            shard,
                            row.getLong("sequence"),
                            stretch.term());
                }
            }
            if (next == before && isRemoved(stretch.term(), shard, segment)) {
                next = (segment + 1) * JournalEntry.SEGMENT;
            } else if (next == before || JournalEntry.segmentOf(next) == segment) {
                return next - 1;
            }
        }
    }

    /** Entries found beyond the end of a term that a lost home wrote, since start. */
    public long unseen() {
        return unseen.get();
    }

    @Override
    public void read(int term, int shard, long from, Consumer<JournalEntry> visitor) {
        for (Stretch stretch : history(term, shard).stretches()) {
            long next = Math.max(from, stretch.from());
            if (stretch.to() == Long.MAX_VALUE) {
                readToEnd(stretch.term(), shard, next, visitor);
            } else {
                readAll(stretch.term(), shard, next, stretch.to(), visitor);
            }
        }
    }

    private void readToEnd(int term, int shard, long from, Consumer<JournalEntry> visitor) {
        var codec = new JournalCodec();
        long next = from;
        while (true) {
            var part = new Part(term, shard, next, Long.MAX_VALUE);
            long read = readSegment(codec, part, false, visitor);
            if (read == next) {
                // The end, as far as committed: a serial read settles what is still under way.
                read = readSegment(codec, part, true, visitor);
                if (read == next) {
                    requireThere(term, shard, next);
                    return;
                }
            }
            next = read;
        }
    }

    private void requireThere(int term, int shard, long sequence) {
        if (isRemoved(term, shard, JournalEntry.segmentOf(sequence))) {
            throw new IllegalStateException(
                    "Journal of shard "
                            + shard
                            + ": entry "
                            + sequence
                            + " was removed, and no snapshot that can be used has it");
        }
    }

    @Override
    public void read(int term, int shard, long from, long to, Consumer<JournalEntry> visitor) {
        for (Stretch stretch : history(term, shard).stretches()) {
            readAll(
                    stretch.term(),
                    shard,
                    Math.max(from, stretch.from()),
                    Math.min(to, stretch.to()),
                    visitor);
        }
    }

    private void readAll(int term, int shard, long from, long to, Consumer<JournalEntry> visitor) {
        var codec = new JournalCodec();
        long next = from;
        while (next <= to) {
            long read = readSegment(codec, new Part(term, shard, next, to), false, visitor);
            if (read == next) {
                throw new IllegalStateException(
                        "Journal of shard " + shard + " lacks entry " + next);
            }
            next = read;
        }
    }

    @Override
    public boolean isRemoved(int term, int shard, long segment) {
        Row row =
                session.execute(
                                selectClosed
                                        .bind(term, shard, segment)
                                        .setConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL))
                        .one();
        return row != null && row.getBoolean("closed");
    }

    @Override
    public void remove(int term, int shard, long segment) {
        session.execute(removeSegment.bind(term, shard, segment, term, shard, segment));
    }

    /** Entries of a segment, both ends included. */
    private record Part(int term, int shard, long from, long to) {}

    private long readSegment(
            JournalCodec codec, Part part, boolean serial, Consumer<JournalEntry> visitor) {
        BoundStatement statement =
                select.bind(
                                part.term(),
                                part.shard(),
                                JournalEntry.segmentOf(part.from()),
                                part.from())
                        .setConsistencyLevel(
                                serial
                                        ? ConsistencyLevel.LOCAL_SERIAL
                                        : ConsistencyLevel.LOCAL_QUORUM);
        long next = part.from();
        for (Row row : session.execute(statement)) {
            if (next > part.to()) {
                break;
            }
            JournalEntry entry = decode(codec, row);
            if (entry.sequence() != next || entry.shard() != part.shard()) {
                throw new IllegalStateException(
                        "Journal of shard "
                                + part.shard()
                                + " has "
                                + entry.sequence()
                                + " where "
                                + next
                                + " belongs");
            }
            visitor.accept(entry);
            next++;
        }
        return next;
    }

    private static JournalEntry decode(JournalCodec codec, Row row) {
        return codec.decode(Objects.requireNonNull(row.getByteBuffer("entry"), "entry"));
    }
}
