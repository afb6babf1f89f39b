package org.fogg.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.snapshot.SnapshotChunk;

/** The journal of one shard: a slot is taken by the first append that reaches it. */
final class SimulatedJournal {

    private final List<JournalEntry> entries = new ArrayList<>();
    private Snapshot snapshot;

    /** A snapshot, and where the journal goes on after it. */
    record Snapshot(List<SnapshotChunk> chunks, JournalEntry last) {}

    /** Puts an entry into its slot if that is empty; who holds the slot then. */
    UUID append(JournalEntry entry) {
        int sequence = Math.toIntExact(entry.sequence());
        assertThat(sequence).as("a slot beyond the end").isLessThanOrEqualTo(entries.size());
        if (sequence == entries.size()) {
            entries.add(entry);
        }
        return entries.get(sequence).incarnation();
    }

    List<JournalEntry> from(long sequence) {
        return List.copyOf(entries.subList(Math.toIntExact(sequence), entries.size()));
    }

    JournalEntry last() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    void keep(Snapshot latest) {
        snapshot = latest;
    }
}
