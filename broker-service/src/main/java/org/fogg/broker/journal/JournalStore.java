package org.fogg.broker.journal;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fogg.core.owner.JournalEntry;

/** Where journals are kept. Thread-safe. */
public interface JournalStore {

    /**
     * Puts an entry into its slot, if no entry is there. Whatever fails is answered by repeating
     * the identical append, until the slot is known to hold this writer's entry or another's.
     *
     * @param incarnation the writer, by which it recognises its own entry
     * @param entry the entry's binary form; not changed by anyone afterwards
     * @param wanted asked before each repetition; no longer true: gives up
     * @param done called once with the outcome, on a thread of the store; must not block
     */
    void append(
            Slot slot,
            UUID incarnation,
            ByteBuffer entry,
            BooleanSupplier wanted,
            Consumer<AppendOutcome> done);

    /**
     * Makes sure that a term has begun for a shard. What can be read of the terms before, without a
     * gap, is their end from then on: whatever else of them turns up was never seen by this home.
     * Blocks.
     *
     * @return what is the journal, up to this term
     */
    History begin(int term, int shard);

    /**
     * Visits a shard's entries from a sequence on, through all terms up to one that has begun, in
     * order, to the end, which is read such that an append still under way is either completed or
     * will fail. Blocks.
     *
     * @throws IllegalStateException when the journal there was removed, or has a gap
     */
    void read(int term, int shard, long from, Consumer<JournalEntry> visitor);

    /**
     * Visits a shard's entries from one sequence to another, both included, in order, through all
     * terms up to one that has begun. They are known to be durable, and no append is disturbed.
     * Blocks.
     *
     * @throws IllegalStateException when any of them is not there
     */
    void read(int term, int shard, long from, long to, Consumer<JournalEntry> visitor);

    /** Whether a segment was removed. Blocks. */
    boolean isRemoved(int term, int shard, long segment);

    /** Removes a segment, none of whose slots can be taken from then on. Blocks. */
    void remove(int term, int shard, long segment);

    /**
     * One place in a journal.
     *
     * @param term numbers the periods in which one data centre is the georegion's home
     * @param sequence counts the shard's entries from 0
     */
    record Slot(int term, int shard, long sequence) {}
}
