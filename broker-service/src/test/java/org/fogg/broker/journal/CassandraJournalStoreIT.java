package org.fogg.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.fogg.broker.TestCassandra;
import org.fogg.broker.journal.JournalStore.Slot;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.Marks;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@UseServers(ServerKind.CASSANDRA)
class CassandraJournalStoreIT {

    /** That of {@link Entries}. */
    private static final int SHARD = 3;

    private static final UUID OTHER = new UUID(9, 9);

    private final Servers servers;
    private final int term = TestCassandra.newNumber();
    private TestCassandra cassandra;
    private CassandraJournalStore store;

    CassandraJournalStoreIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void connect() throws InterruptedException {
        cassandra = new TestCassandra(servers);
        store =
                new CassandraJournalStore(
                        cassandra.session(), cassandra.keyspace(), cassandra.timer());
    }

    @AfterEach
    void disconnect() {
        cassandra.close();
    }

    private AppendOutcome append(long sequence, UUID writer) throws Exception {
        return begin(sequence, writer).get(2, TimeUnit.MINUTES);
    }

    private CompletableFuture<AppendOutcome> begin(long sequence, UUID writer) {
        var outcome = new CompletableFuture<AppendOutcome>();
        store.append(
                new Slot(term, SHARD, sequence),
                writer,
                new JournalCodec().encode(Entries.entry(sequence, writer)),
                () -> true,
                outcome::complete);
        return outcome;
    }

    private List<JournalEntry> read(long from) {
        List<JournalEntry> entries = new ArrayList<>();
        store.read(term, SHARD, from, entries::add);
        return entries;
    }

    @Test
    void shouldReadBackWhatWasAppended() throws Exception {
        append(0, Entries.WRITER);
        append(1, Entries.WRITER);

        assertThat(read(0))
                .containsExactly(
                        Entries.entry(0, Entries.WRITER), Entries.entry(1, Entries.WRITER));
        assertThat(read(1)).containsExactly(Entries.entry(1, Entries.WRITER));
    }

    @Test
    void shouldRecogniseItsOwnEntryWhenItRepeatsAnAppend() throws Exception {
        assertThat(append(0, Entries.WRITER)).isEqualTo(AppendOutcome.APPENDED);

        assertThat(append(0, Entries.WRITER)).isEqualTo(AppendOutcome.APPENDED);
    }

    @Test
    void shouldLeaveASlotToTheWriterThatTookItFirst() throws Exception {
        append(0, OTHER);

        assertThat(append(0, Entries.WRITER)).isEqualTo(AppendOutcome.TAKEN);
        assertThat(read(0)).extracting(JournalEntry::incarnation).containsExactly(OTHER);
    }

    @Test
    void shouldGiveASlotToExactlyOneOfManyWriters() throws Exception {
        List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            outcomes.add(begin(0, new UUID(100, i)));
        }

        List<AppendOutcome> ended = new ArrayList<>();
        for (CompletableFuture<AppendOutcome> outcome : outcomes) {
            ended.add(outcome.get(2, TimeUnit.MINUTES));
        }
        assertThat(ended).containsOnlyOnce(AppendOutcome.APPENDED);
        assertThat(ended).doesNotContain(AppendOutcome.ABANDONED);
    }

    @Test
    void shouldGiveNoSlotOfASegmentThatWasRemoved() throws Exception {
        append(0, OTHER);
        append(1, OTHER);

        store.remove(term, SHARD, 0);
        store.remove(term, SHARD, 0);

        assertThat(store.isRemoved(term, SHARD, 0)).isTrue();
        assertThat(store.isRemoved(term, SHARD, 1)).isFalse();
        assertThat(append(1, Entries.WRITER)).isEqualTo(AppendOutcome.TAKEN);
        assertThat(append(2, Entries.WRITER)).isEqualTo(AppendOutcome.TAKEN);
        assertThat(append(JournalEntry.SEGMENT, Entries.WRITER)).isEqualTo(AppendOutcome.APPENDED);
        assertThatIllegalStateException()
                .isThrownBy(() -> read(0))
                .withMessageContaining("removed");
        assertThat(read(JournalEntry.SEGMENT)).hasSize(1);
    }

    @Test
    void shouldRefuseToReadUpToWhatIsNotThere() throws Exception {
        append(0, OTHER);

        assertThatIllegalStateException()
                .isThrownBy(() -> store.read(term, SHARD, 0, 1, entry -> {}))
                .withMessageContaining("lacks entry 1");
    }

    @Test
    void shouldReadOnFromOneSegmentToTheNext() throws Exception {
        long last = JournalEntry.SEGMENT + 1;
        var insert =
                cassandra
                        .session()
                        .prepare(
                                "INSERT INTO "
                                        + cassandra.keyspace()
                                        + ".journal (term, shard, segment, sequence, incarnation,"
                                        + " entry) VALUES (?, 3, ?, ?, ?, ?)");
        List<CompletableFuture<?>> writes = new ArrayList<>();
        for (long sequence = 0; sequence <= last; sequence++) {
            var entry =
                    new JournalEntry(
                            1,
                            SHARD,
                            sequence,
                            Entries.WRITER,
                            EntryKind.MARKS,
                            1,
                            1,
                            Marks.NONE,
                            List.of());
            writes.add(
                    cassandra
                            .session()
                            .executeAsync(
                                    insert.bind(
                                            term,
                                            JournalEntry.segmentOf(sequence),
                                            sequence,
                                            Entries.WRITER,
                                            new JournalCodec().encode(entry)))
                            .toCompletableFuture());
            if (writes.size() == 256) {
                CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).join();
                writes.clear();
            }
        }
        CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).join();

        assertThat(read(0))
                .extracting(JournalEntry::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(0, last).boxed().toList());
        List<Long> part = new ArrayList<>();
        store.read(term, SHARD, 4000, 4096, entry -> part.add(entry.sequence()));
        assertThat(part)
                .containsExactlyElementsOf(LongStream.rangeClosed(4000, 4096).boxed().toList());
    }
}
