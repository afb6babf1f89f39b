package org.fogg.broker.snapshot;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.fogg.broker.journal.JournalStore;
import org.fogg.broker.projection.Projector;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.core.owner.JournalEntry;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot, and then removes what nobody needs any more. Blocks; one thread at a time. */
final class SnapshotJob {

    /** Most records of a chunk: some tens of kilobytes. */
    private static final int CHUNK = 256;

    /** How many verified snapshots are kept: if the latest is damaged, the other one stands in. */
    private static final int KEPT = 2;

    private final Snapshots snapshots;
    private final SnapshotStore store;
    private final JournalStore journal;
    private final Projector projector;
    private final boolean removeJournal;

    SnapshotJob(
            Snapshots snapshots,
            SnapshotStore store,
            JournalStore journal,
            Projector projector,
            boolean removeJournal) {
        this.snapshots = snapshots;
        this.store = store;
        this.journal = journal;
        this.projector = projector;
        this.removeJournal = removeJournal;
    }

    /** Nobody wants the snapshot any more. */
    static final class AbandonedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static void require(BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            throw new AbandonedException();
        }
    }

    /**
     * Makes the snapshot of all entries up to one, which are durable, projected and published.
     *
     * @return how many records it has; 0 when it was there
     * @throws AbandonedException when it is not wanted any more
     */
    long make(int term, int shard, long to, BooleanSupplier wanted) {
        Restored state = snapshots.restore(shard, to, journal.begin(term, shard));
        var fold = new Fold(state, wanted);
        journal.read(term, shard, state.sequence() + 1, to, fold::add);
        JournalEntry last = fold.last;
        if (last == null) {
            return 0;
        }
        store.begin(shard, last);
        long[] records = new long[1];
        state.engine()
                .snapshot(
                        CHUNK,
                        chunk -> {
                            require(wanted);
                            store.write(shard, to, chunk);
                            records[0] += chunk.records().size();
                        });
        if (verify(shard, to, state)) {
            removeSnapshots(shard);
            if (removeJournal) {
                removeSegments(term, shard);
            }
        }
        return records[0];
    }

    private static final class Fold {

        private final Restored state;
        private final BooleanSupplier wanted;
        private @Nullable JournalEntry last;

        private Fold(Restored state, BooleanSupplier wanted) {
            this.state = state;
            this.wanted = wanted;
        }

        private void add(JournalEntry entry) {
            require(wanted);
            state.fold().add(entry, decision -> {});
            last = entry;
        }
    }

    /** Reads back what was written; only what can be restored to the same state counts. */
    private boolean verify(int shard, long sequence, Restored state) {
        try {
            long hash = snapshots.stateHash(store.chunks(shard, sequence));
            if (hash != state.engine().stateHash()) {
                throw new MalformedMessageException("It has the state of another");
            }
        } catch (MalformedMessageException | IllegalArgumentException e) {
            snapshots.keepAside(shard, sequence, e);
            return false;
        }
        store.verified(shard, sequence);
        return true;
    }

    private void removeSnapshots(int shard) {
        int verified = 0;
        ArrayDeque<Long> oldestFirst = new ArrayDeque<>();
        for (SnapshotHead head : store.heads(shard)) {
            boolean unused =
                    switch (head.state()) {
                        case VERIFIED -> ++verified > KEPT;
                        case WRITING, REMOVING -> verified > 0;
                        case KEPT_ASIDE -> false;
                    };
            if (unused) {
                oldestFirst.addFirst(head.sequence());
            }
        }
        oldestFirst.forEach(sequence -> store.remove(shard, sequence));
    }

    /**
     * Removes the segments below the oldest snapshot that is kept, and below both marks. Those of
     * earlier terms stay: they are what a home that comes back is compared with.
     */
    private void removeSegments(int term, int shard) {
        List<SnapshotHead> verified =
                store.heads(shard).stream()
                        .filter(head -> head.state() == SnapshotHead.State.VERIFIED)
                        .toList();
        if (verified.size() < KEPT) {
            return;
        }
        ShardMarks marks = projector.marks(shard);
        long done = Math.min(marks.projected(), marks.published());
        long needed = Math.min(verified.get(KEPT - 1).sequence(), done) + 1;
        long end = JournalEntry.segmentOf(needed);
        for (long segment = firstLeft(term, shard, end); segment < end; segment++) {
            journal.remove(term, shard, segment);
        }
    }

    /** The lowest segment that is left: they are removed from the lowest on. */
    private long firstLeft(int term, int shard, long end) {
        long low = JournalEntry.segmentOf(journal.begin(term, shard).first());
        long high = Math.max(low, end);
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (journal.isRemoved(term, shard, middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
