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
import org.jspecify.annotations.Nullable;

/**
 * Journals in the table {@code journal}. A slot is taken by a conditional insert, serial in the
 * local data centre, committed at its quorum.
 */
public final class CassandraJournalStore implements JournalStore {

    private static final int PAGE = 512;

    private final CqlSession session;
    private final ScheduledExecutorService pauses;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement selectLast;
    private final AtomicLong failures = new AtomicLong();

    /**
     * @param keyspace the georegion's keyspace, whose tables exist
     * @param pauses runs what has to wait before it is tried again
     */
    public CassandraJournalStore(
            CqlSession session, String keyspace, ScheduledExecutorService pauses) {
        this.session = session;
        this.pauses = pauses;
        // Not marked idempotent: the repetition is ours, which knows how to read the answer.
        this.insert =
                prepare(
                        "INSERT INTO "
                                + keyspace
                                + ".journal (term, shard, segment, sequence, incarnation, entry)"
                                + " VALUES (?, ?, ?, ?, ?, ?) IF NOT EXISTS",
                        false);
        String where = ".journal WHERE term = ? AND shard = ? AND segment = ?";
        this.select = prepare("SELECT entry FROM " + keyspace + where + " AND sequence >= ?", true);
        this.selectLast =
                prepare(
                        "SELECT entry FROM " + keyspace + where + " ORDER BY sequence DESC LIMIT 1",
                        true);
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
                insert.bind(
                        slot.term(),
                        slot.shard(),
                        JournalEntry.segmentOf(slot.sequence()),
                        slot.sequence(),
                        incarnation,
                        entry);
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
        return Objects.requireNonNull(row.getUuid("incarnation"), "incarnation");
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
                    return;
                }
            }
            next = read;
        }
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

    @Override
    public @Nullable JournalEntry last(int term, int shard) {
        var codec = new JournalCodec();
        long below = 0;
        long beyond = 1;
        JournalEntry last = lastOf(codec, term, shard, 0);
        if (last == null) {
            return null;
        }
        while (true) {
            JournalEntry found = lastOf(codec, term, shard, beyond);
            if (found == null) {
                break;
            }
            last = found;
            below = beyond;
            beyond *= 2;
        }
        while (beyond - below > 1) {
            long middle = below + (beyond - below) / 2;
            JournalEntry found = lastOf(codec, term, shard, middle);
            if (found == null) {
                beyond = middle;
            } else {
                last = found;
                below = middle;
            }
        }
        return last;
    }

    private @Nullable JournalEntry lastOf(JournalCodec codec, int term, int shard, long segment) {
        Row row =
                session.execute(
                                selectLast
                                        .bind(term, shard, segment)
                                        .setConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL))
                        .one();
        return row == null ? null : decode(codec, row);
    }
}
