package org.fogg.core.owner;

import java.util.List;
import java.util.UUID;
import org.fogg.core.engine.Decision;

/**
 * One slot of a shard's journal.
 *
 * @param term numbers the periods in which one data centre is the georegion's home, from 1
 * @param sequence counts the shard's entries from 0, through all terms
 * @param incarnation random id of the writer
 * @param at when the writer made it, nanoseconds since the Unix epoch
 * @param epoch sequence of the latest OWNER entry, plus 1
 */
public record JournalEntry(
        int term,
        int shard,
        long sequence,
        UUID incarnation,
        EntryKind kind,
        long at,
        long epoch,
        Marks marks,
        List<Decision> decisions) {

    /** How many sequences share one partition of the table. */
    public static final int SEGMENT = 4096;

    /** The segment a sequence belongs to. */
    public static long segmentOf(long sequence) {
        return sequence / SEGMENT;
    }
}
