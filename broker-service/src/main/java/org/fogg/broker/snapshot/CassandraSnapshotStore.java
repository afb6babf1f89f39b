package org.fogg.broker.snapshot;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.fogg.broker.journal.JournalCodec;
import org.fogg.broker.snapshot.SnapshotHead.State;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.snapshot.SnapshotChunk;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots in the tables {@code snapshots} and {@code snapshot_chunks}. No clock decides: chunks
 * are written once, a state's write timestamp is its number, and a removal's is above both.
 */
public final class CassandraSnapshotStore implements SnapshotStore {

    /** How many chunks share one partition. */
    static final int PART = 128;

    /** A page of chunks is some hundred kilobytes. */
    private static final int PAGE = 8;

    private final CqlSession session;
    private final PreparedStatement selectHeads;
    private final PreparedStatement insertHead;
    private final PreparedStatement updateState;
    private final PreparedStatement deleteHeads;
    private final PreparedStatement insertChunk;
    private final PreparedStatement selectChunks;
    private final PreparedStatement deleteChunks;

    /**
     * @param keyspace the georegion's keyspace, whose tables exist
     */
    public CassandraSnapshotStore(CqlSession session, String keyspace) {
        this.session = session;
        String heads = keyspace + ".snapshots";
        String chunks = keyspace + ".snapshot_chunks";
        String part = " WHERE shard = ? AND sequence = ? AND part = ?";
        selectHeads = prepare("SELECT sequence, state, entry FROM " + heads + " WHERE shard = ?");
        insertHead =
                prepare(
                        "INSERT INTO "
                                + heads
                                + " (shard, sequence, state, entry) VALUES (?, ?, 1, ?)"
                                + " USING TIMESTAMP 1");
        updateState =
                prepare(
                        "INSERT INTO "
                                + heads
                                + " (shard, sequence, state, reason) VALUES (?, ?, ?, ?)"
                                + " USING TIMESTAMP ?");
        // A range: those of all that were removed are one for whoever reads the heads.
        deleteHeads =
                prepare(
                        "DELETE FROM "
                                + heads
                                + " USING TIMESTAMP 5"
                                + " WHERE shard = ? AND sequence > ? AND sequence <= ?");
        insertChunk =
                prepare(
                        "INSERT INTO "
                                + chunks
                                + " (shard, sequence, part, chunk, check_sum, content)"
                                + " VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP 1");
        selectChunks = prepare("SELECT chunk, check_sum, content FROM " + chunks + part);
        deleteChunks = prepare("DELETE FROM " + chunks + " USING TIMESTAMP 5" + part);
    }

    private PreparedStatement prepare(String cql) {
        return session.prepare(
                SimpleStatement.builder(cql)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotence(true)
                        .setPageSize(PAGE)
                        .build());
    }

    @Override
    public List<SnapshotHead> heads(int shard) {
        List<SnapshotHead> heads = new ArrayList<>();
        for (Row row : session.execute(selectHeads.bind(shard))) {
            heads.add(
                    new SnapshotHead(
                            shard,
                            row.getLong("sequence"),
                            state(row.getByte("state")),
                            entry(row.getByteBuffer("entry"))));
        }
        return heads;
    }

    private static State state(int number) {
        State[] states = State.values();
        return number < 1 || number > states.length ? State.KEPT_ASIDE : states[number - 1];
    }

    private static @Nullable JournalEntry entry(@Nullable ByteBuffer bytes) {
        try {
            return bytes == null ? null : new JournalCodec().decode(bytes);
        } catch (MalformedMessageException e) {
            return null;
        }
    }

    @Override
    public void begin(int shard, JournalEntry entry) {
        var bare =
                new JournalEntry(
                        entry.term(),
                        shard,
                        entry.sequence(),
                        entry.incarnation(),
                        EntryKind.MARKS,
                        entry.at(),
                        entry.epoch(),
                        entry.marks(),
                        List.of());
        session.execute(insertHead.bind(shard, entry.sequence(), new JournalCodec().encode(bare)));
    }

    @Override
    public void write(int shard, long sequence, SnapshotChunk chunk) {
        ByteBuffer content = new SnapshotCodec().encode(chunk);
        session.execute(
                insertChunk.bind(
                        shard,
                        sequence,
                        chunk.number() / PART,
                        chunk.number(),
                        checkSum(content),
                        content));
    }

    private static int checkSum(ByteBuffer content) {
        var sum = new CRC32C();
        sum.update(content.duplicate());
        return (int) sum.getValue();
    }

    @Override
    public Iterable<SnapshotChunk> chunks(int shard, long sequence) {
        return () -> new ChunkIterator(part -> rows(shard, sequence, part), this::chunk);
    }

    private Iterable<Row> rows(int shard, long sequence, int part) {
        return session.execute(selectChunks.bind(shard, sequence, part));
    }

    private SnapshotChunk chunk(Row row) {
        ByteBuffer content = row.getByteBuffer("content");
        if (content == null || checkSum(content) != row.getInt("check_sum")) {
            throw new MalformedMessageException("Chunk " + row.getInt("chunk") + " is damaged");
        }
        SnapshotChunk chunk = new SnapshotCodec().decode(content);
        if (chunk.number() != row.getInt("chunk")) {
            throw new MalformedMessageException("A chunk stands in the place of another");
        }
        return chunk;
    }

    @Override
    public void verified(int shard, long sequence) {
        put(shard, sequence, State.VERIFIED, null);
    }

    @Override
    public void keepAside(int shard, long sequence, String reason) {
        put(shard, sequence, State.KEPT_ASIDE, reason);
    }

    private void put(int shard, long sequence, State state, @Nullable String reason) {
        byte number = (byte) Wire.number(state);
        // An absent reason stays unset, which leaves no tombstone.
        BoundStatementBuilder update =
                updateState
                        .boundStatementBuilder()
                        .setInt(0, shard)
                        .setLong(1, sequence)
                        .setByte(2, number)
                        .setLong(4, number);
        if (reason != null) {
            update = update.setString(3, reason);
        }
        session.execute(update.build());
    }

    @Override
    public void remove(int shard, long sequence) {
        put(shard, sequence, State.REMOVING, null);
        int parts = 0;
        while (rows(shard, sequence, parts).iterator().hasNext()) {
            parts++;
        }
        // From the end, so that what is left when this is cut short is found again.
        for (int part = parts - 1; part >= 0; part--) {
            session.execute(deleteChunks.bind(shard, sequence, part));
        }
        session.execute(deleteHeads.bind(shard, keptAsideBelow(shard, sequence), sequence));
    }

    private long keptAsideBelow(int shard, long sequence) {
        return heads(shard).stream()
                .filter(head -> head.state() == State.KEPT_ASIDE)
                .mapToLong(SnapshotHead::sequence)
                .filter(kept -> kept < sequence)
                .max()
                .orElse(-1);
    }
}
