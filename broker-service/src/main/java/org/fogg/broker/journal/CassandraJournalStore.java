package org.fogg.broker.journal;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fogg.broker.statement.Preparation;
import org.fogg.core.owner.JournalEntry;

/**
 * Journals in the table {@code journal}. A slot is taken by a conditional write, serial in the
 * local data centre, committed at its quorum. A segment that was removed keeps its mark {@code
 * closed}, which is part of the condition: its empty slots cannot be taken again.
 */
public final class CassandraJournalStore implements JournalStore {

    private static final int PAGE = 512;
    private static final UUID NOBODY = new UUID(0, 0);

    private final CqlSession session;
    private final ScheduledExecutorService pauses;
    private final PreparedStatement append;
    private final PreparedStatement select;
    private final PreparedStatement selectClosed;
    private final PreparedStatement removeSegment;
    private final AtomicLong failures = new AtomicLong();

    /**
     * @param keyspace the georegion's keyspace, whose tables exist
     * @param pauses runs what has to wait before it is tried again
     */
    public CassandraJournalStore(
            CqlSession session, String keyspace, ScheduledExecutorService pauses) {
        this.session = session;
        this.pauses = pauses;
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
        this.select = prepare("SELECT entry FROM " + table + where + " AND sequence >= ?", true);
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
        BoundStatement statement =
                append.bind(
                        incarnation,
                        entry,
                        slot.term(),
                        slot.shard(),
                        JournalEntry.segmentOf(slot.sequence()),
                        slot.sequence());
        new RepeatedAppend(
                        () ->
                                session.executeAsync(statement)
                                        .thenApply(result -> holder(result, incarnation)),
                        incarnation,
                        wanted,
                        done,
                        pauses,
                        pause -> failures.incrementAndGet())
                .start();
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
    public void read(int term, int shard, long from, Consumer<JournalEntry> visitor) {
        var codec = new JournalCodec();
        long next = from;
        while (true) {
            long read = readSegment(codec, term, shard, next, false, visitor);
            if (read == next) {
                // The end, as far as committed: a serial read settles what is still under way.
                read = readSegment(codec, term, shard, next, true, visitor);
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
        var codec = new JournalCodec();
        Consumer<JournalEntry> bounded =
                entry -> {
                    if (entry.sequence() <= to) {
                        visitor.accept(entry);
                    }
                };
        long next = from;
        while (next <= to) {
            long read = readSegment(codec, term, shard, next, false, bounded);
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

    private long readSegment(
            JournalCodec codec,
            int term,
            int shard,
            long from,
            boolean serial,
            Consumer<JournalEntry> visitor) {
        BoundStatement statement =
                select.bind(term, shard, JournalEntry.segmentOf(from), from)
                        .setConsistencyLevel(
                                serial
                                        ? ConsistencyLevel.LOCAL_SERIAL
                                        : ConsistencyLevel.LOCAL_QUORUM);
        long next = from;
        for (Row row : session.execute(statement)) {
            JournalEntry entry = decode(codec, row);
            if (entry.sequence() != next || entry.shard() != shard) {
                throw new IllegalStateException(
                        "Journal of shard "
                                + shard
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
