package org.fogg.broker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.TestCassandra;
import org.fogg.broker.snapshot.SnapshotHead.State;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.Marks;
import org.fogg.core.snapshot.SnapshotChunk;
import org.fogg.core.snapshot.SnapshotRecord;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@UseServers(ServerKind.CASSANDRA)
class CassandraSnapshotStoreIT {

    private static final int CHUNKS = CassandraSnapshotStore.PART * 2 + 3;

    private final Servers servers;

    /** No other test has it. */
    private final int shard = TestCassandra.newNumber();

    private TestCassandra cassandra;
    private CassandraSnapshotStore store;

    CassandraSnapshotStoreIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void connect() throws InterruptedException {
        cassandra = new TestCassandra(servers);
        store = new CassandraSnapshotStore(cassandra.session(), cassandra.keyspace());
    }

    @AfterEach
    void disconnect() {
        cassandra.close();
    }

    private JournalEntry entry(long sequence) {
        return new JournalEntry(
                1, shard, sequence, new UUID(1, 1), EntryKind.MARKS, 5, 3, Marks.NONE, List.of());
    }

    private static SnapshotChunk chunk(int number, int count) {
        var deposit = new SnapshotRecord.Deposit(new UUID(number, number));
        return new SnapshotChunk(
                SnapshotChunk.VERSION, number, number == count - 1, 9, 8, List.of(deposit));
    }

    private List<SnapshotChunk> write(long sequence, int count) {
        store.begin(shard, entry(sequence));
        List<SnapshotChunk> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chunks.add(chunk(i, count));
            store.write(shard, sequence, chunks.get(i));
        }
        return chunks;
    }

    private long count(String table) {
        return cassandra
                .session()
                .execute(
                        "SELECT count(*) FROM %s.%s WHERE shard = %d ALLOW FILTERING"
                                .formatted(cassandra.keyspace(), table, shard))
                .one()
                .getLong(0);
    }

    @Test
    void shouldReadBackChunksOfSeveralPartsInTheirOrder() {
        List<SnapshotChunk> written = write(100, CHUNKS);

        assertThat(store.chunks(shard, 100)).containsExactlyElementsOf(written);
        assertThat(store.heads(shard))
                .containsExactly(new SnapshotHead(shard, 100, State.WRITING, entry(100)));
    }

    @Test
    void shouldNameTheNewestFirstWithTheirStates() {
        write(100, 1);
        write(200, 1);
        write(300, 1);
        store.verified(shard, 100);
        store.verified(shard, 200);
        store.keepAside(shard, 200, "a test");
        // Says less than what is known by now.
        store.verified(shard, 200);

        assertThat(store.heads(shard))
                .extracting(SnapshotHead::sequence, SnapshotHead::state)
                .containsExactly(
                        tuple(300L, State.WRITING),
                        tuple(200L, State.KEPT_ASIDE),
                        tuple(100L, State.VERIFIED));
    }

    @Test
    void shouldRemoveAllThatBelongsToOne() {
        write(100, CHUNKS);
        write(200, 2);

        store.remove(shard, 100);

        assertThat(store.heads(shard)).extracting(SnapshotHead::sequence).containsExactly(200L);
        assertThat(count("snapshot_chunks")).isEqualTo(2);
    }

    @Test
    void shouldRemoveOneAfterTheOtherAndLeaveWhatIsKeptAside() {
        for (long sequence = 100; sequence <= 500; sequence += 100) {
            write(sequence, 1);
        }
        store.keepAside(shard, 200, "a test");

        store.remove(shard, 100);
        store.remove(shard, 300);
        store.remove(shard, 400);

        assertThat(store.heads(shard))
                .extracting(SnapshotHead::sequence, SnapshotHead::state)
                .containsExactly(tuple(500L, State.WRITING), tuple(200L, State.KEPT_ASIDE));
        assertThat(count("snapshot_chunks")).isEqualTo(2);
    }

    @Test
    void shouldTellDamageByTheCheckSum() {
        write(100, 2);
        cassandra
                .session()
                .execute(
                        ("UPDATE %s.snapshot_chunks SET content = 0x0102 WHERE shard = %d AND"
                                        + " sequence = 100 AND part = 0 AND chunk = 1")
                                .formatted(cassandra.keyspace(), shard));

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> store.chunks(shard, 100).forEach(chunk -> {}))
                .withMessageContaining("Chunk 1 is damaged");
    }
}
