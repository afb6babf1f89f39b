package org.fogg.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.fogg.broker.TestCassandra;
import org.fogg.broker.home.Home;
import org.fogg.broker.journal.JournalStore.Slot;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.Marks;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.fogg.ticker.wan.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@UseServers(ServerKind.CASSANDRA)
class CassandraJournalStoreIT {

    private static final int TERM = 1;
    private static final UUID OTHER = new UUID(9, 9);

    private final Servers servers;
    private final int shard = TestCassandra.newNumber();
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
                        cassandra.session(), cassandra.keyspace(), cassandra.timer(), Home.ONLY);
    }

    @AfterEach
    void disconnect() {
        cassandra.close();
    }

    private AppendOutcome append(long sequence, UUID writer) throws Exception {
        return begin(TERM, sequence, writer).get(2, TimeUnit.MINUTES);
    }

    private JournalEntry entry(int term, long sequence, UUID writer) {
        return new JournalEntry(
                term,
                shard,
                sequence,
                writer,
                EntryKind.DECISIONS,
                1_000,
                5,
                Entries.MARKS,
                Entries.DECISIONS);
    }

    private CompletableFuture<AppendOutcome> begin(int term, long sequence, UUID writer) {
        var outcome = new CompletableFuture<AppendOutcome>();
        store.append(
                new Slot(term, shard, sequence),
                writer,
                new JournalCodec().encode(entry(term, sequence, writer)),
                () -> true,
                outcome::complete);
        return outcome;
    }

    private List<JournalEntry> read(long from) {
        List<JournalEntry> entries = new ArrayList<>();
        store.read(TERM, shard, from, entries::add);
        return entries;
    }

    @Test
    void shouldReadBackWhatWasAppended() throws Exception {
        append(0, Entries.WRITER);
        append(1, Entries.WRITER);

        assertThat(read(0))
                .containsExactly(entry(TERM, 0, Entries.WRITER), entry(TERM, 1, Entries.WRITER));
        assertThat(read(1)).containsExactly(entry(TERM, 1, Entries.WRITER));
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
            outcomes.add(begin(TERM, 0, new UUID(100, i)));
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

        store.remove(TERM, shard, 0);
        store.remove(TERM, shard, 0);

        assertThat(store.isRemoved(TERM, shard, 0)).isTrue();
        assertThat(store.isRemoved(TERM, shard, 1)).isFalse();
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
                .isThrownBy(() -> store.read(TERM, shard, 0, 1, entry -> {}))
                .withMessageContaining("lacks entry 1");
    }

    private AppendOutcome append(int term, long sequence) throws Exception {
        return begin(term, sequence, Entries.WRITER).get(2, TimeUnit.MINUTES);
    }

    private List<Long> sequences(int term) {
        List<Long> sequences = new ArrayList<>();
        store.read(term, shard, 0, entry -> sequences.add(entry.sequence()));
        return sequences;
    }

    @Test
    void shouldFollowTheLastEntryThatWasSeenWithoutAGapWhenATermBegins() throws Exception {
        long first = 1 << 24;
        append(1, 0);
        append(1, 1);
        append(1, 3);

        History history = store.begin(2, shard);
        append(2, first);
        // What the lost home wrote turns up late.
        append(1, 2);
        append(1, 4);

        assertThat(history.before()).isEqualTo(1);
        assertThat(history.first()).isEqualTo(first);
        assertThat(store.unseen()).isEqualTo(1);
        assertThat(store.begin(2, shard)).isEqualTo(history);
        assertThat(sequences(2)).containsExactly(0L, 1L, first);
        List<Long> part = new ArrayList<>();
        store.read(2, shard, 1, first, entry -> part.add(entry.sequence()));
        assertThat(part).containsExactly(1L, first);
    }

    @Test
    void shouldFollowTheTermBeforeWhenATermPassedWithoutAnEntry() throws Exception {
        append(1, 0);

        store.begin(2, shard);
        History third = store.begin(3, shard);
        append(3, 2 << 24);

        assertThat(third.before()).isZero();
        assertThat(sequences(3)).containsExactly(0L, 2L << 24);
    }

    @Test
    void shouldCountAnEntryAsAnothersWhenItsTermIsOver() throws Exception {
        store = store(new FixedHome(null, false, Route.NONE));

        assertThat(append(0, Entries.WRITER)).isEqualTo(AppendOutcome.TAKEN);
    }

    @Test
    void shouldAppendEverywhereAndRecogniseItsOwnEntryWhenBothDataCentresAreAskedFor()
            throws Exception {
        store = store(new FixedHome("other", true, Route.NONE));

        assertThat(append(0, Entries.WRITER)).isEqualTo(AppendOutcome.APPENDED);
        assertThat(append(0, Entries.WRITER)).isEqualTo(AppendOutcome.APPENDED);
        assertThat(append(0, OTHER)).isEqualTo(AppendOutcome.TAKEN);
    }

    @Test
    void shouldTakeTheWayBetweenTheDataCentresWhenBothAreAskedFor() throws Exception {
        Duration way = Duration.ofMillis(150);
        store = store(new FixedHome("other", true, Route.of(way, cassandra.timer())));

        long begun = System.nanoTime();
        append(0, Entries.WRITER);
        long first = System.nanoTime();
        // Its own row is found, and then written plainly to both.
        append(0, Entries.WRITER);

        assertThat(first - begun).isGreaterThanOrEqualTo(way.toNanos());
        assertThat(System.nanoTime() - first).isGreaterThanOrEqualTo(2 * way.toNanos());
    }

    private CassandraJournalStore store(Home home) {
        return new CassandraJournalStore(
                cassandra.session(), cassandra.keyspace(), cassandra.timer(), home);
    }

    private record FixedHome(@Nullable String elsewhere, boolean lasts, Route acrossPair)
            implements Home {

        @Override
        public CompletionStage<Boolean> confirm(int term) {
            return CompletableFuture.completedFuture(lasts);
        }
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
                                        + " entry) VALUES (1, ?, ?, ?, ?, ?)");
        List<CompletableFuture<?>> writes = new ArrayList<>();
        for (long sequence = 0; sequence <= last; sequence++) {
            var entry =
                    new JournalEntry(
                            1,
                            shard,
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
                                            shard,
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
        store.read(TERM, shard, 4000, 4096, entry -> part.add(entry.sequence()));
        assertThat(part)
                .containsExactlyElementsOf(LongStream.rangeClosed(4000, 4096).boxed().toList());
    }
}
