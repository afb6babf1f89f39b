package org.fogg.core.owner;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.ShardEngine;

/**
 * A journal being folded into an engine that has no epoch yet, and the entry that takes the shard
 * over. Not thread-safe.
 */
public final class JournalFold {

    private final ShardEngine engine;
    private Marks marks = Marks.NONE;
    private long next;

    /** From the journal's beginning. */
    public JournalFold(ShardEngine engine) {
        this.engine = engine;
    }

    /**
     * From where a snapshot was taken.
     *
     * @param engine with the snapshot restored
     * @param next the first sequence after the snapshot
     * @param marks of the entry before
     */
    public JournalFold(ShardEngine engine, long next, Marks marks) {
        this.engine = engine;
        this.next = next;
        this.marks = marks;
    }

    /**
     * Folds the next entry.
     *
     * @param folded hears of each decision right after it was folded
     * @throws IllegalStateException when it is not the next one, or does not fit the state
     */
    public void add(JournalEntry entry, Consumer<Decision> folded) {
        if (entry.sequence() != next) {
            throw new IllegalStateException(
                    "Entry " + entry.sequence() + " comes where " + next + " is due");
        }
        for (Decision decision : entry.decisions()) {
            engine.replay(decision);
            folded.accept(decision);
        }
        marks = entry.marks();
        next = entry.sequence() + 1;
    }

    /** The sequence that the next entry has, or will have. */
    public long next() {
        return next;
    }

    /**
     * The entry that takes the shard over when it is appended. If its slot turns out to be taken,
     * the fold goes on with what is there, and a new owner entry is needed.
     *
     * @param incarnation random, new for each owner
     */
    public JournalEntry ownerEntry(int term, int shard, UUID incarnation, long now) {
        return new JournalEntry(
                term, shard, next, incarnation, EntryKind.OWNER, now, next + 1, marks, List.of());
    }

    /**
     * The engine, in the epoch of an owner entry that was appended.
     *
     * @throws IllegalStateException when the entry is not the one that follows the fold
     */
    public ShardEngine takeOver(JournalEntry owner) {
        if (owner.sequence() != next) {
            throw new IllegalStateException(
                    "Owner entry " + owner.sequence() + " where " + next + " is due");
        }
        engine.beginEpoch(owner.epoch());
        return engine;
    }
}
