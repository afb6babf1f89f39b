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
    private int term = 1;
    private long next;

    /** From the journal's beginning. */
    public JournalFold(ShardEngine engine) {
        this.engine = engine;
    }

    /**
     * From where a snapshot was taken.
     *
     * @param engine with the snapshot restored
     * @param last the last entry in the snapshot; its decisions are not looked at
     */
    public JournalFold(ShardEngine engine, JournalEntry last) {
        this.engine = engine;
        this.next = last.sequence() + 1;
        this.term = last.term();
        this.marks = last.marks();
    }

    /**
     * Folds the next entry.
     *
     * @param folded hears of each decision right after it was folded
     * @throws IllegalStateException when it is not the next one, or does not fit the state
     */
    public void add(JournalEntry entry, Consumer<Decision> folded) {
        if (!follows(entry)) {
            throw new IllegalStateException(
                    "Entry " + entry.sequence() + " comes where " + next + " is due");
        }
        for (Decision decision : entry.decisions()) {
            engine.replay(decision);
            folded.accept(decision);
        }
        marks = entry.marks();
        term = entry.term();
        next = entry.sequence() + 1;
    }

    /** Whether it is the next entry of the term, or begins a later term. */
    private boolean follows(JournalEntry entry) {
        return entry.term() == term
                ? entry.sequence() == next
                : entry.term() > term
                        && entry.kind() == EntryKind.OWNER
                        && entry.sequence() == JournalEntry.firstOfTerm(entry.term(), term, next);
    }

    /** The sequence that the next entry has, or will have while the term lasts. */
    public long next() {
        return next;
    }

    /**
     * The entry that takes the shard over when it is appended. If its slot turns out to be taken,
     * the fold goes on with what is there, and a new owner entry is needed. The first of a term
     * leaves sequences out, so that none of the term before is ever used again.
     *
     * @param incarnation random, new for each owner
     */
    public JournalEntry ownerEntry(int ownTerm, int shard, UUID incarnation, long now) {
        long at = ownTerm > term ? JournalEntry.firstOfTerm(ownTerm, term, next) : next;
        return new JournalEntry(
                ownTerm, shard, at, incarnation, EntryKind.OWNER, now, at + 1, marks, List.of());
    }

    /**
     * The engine, in the epoch of an owner entry that was appended.
     *
     * @throws IllegalStateException when the entry is not the one that follows the fold
     */
    public ShardEngine takeOver(JournalEntry owner) {
        if (!follows(owner)) {
            throw new IllegalStateException(
                    "Owner entry " + owner.sequence() + " where " + next + " is due");
        }
        engine.beginEpoch(owner.epoch());
        return engine;
    }
}
