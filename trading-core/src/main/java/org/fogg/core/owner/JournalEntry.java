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

    /** Terms begin at multiples of this, far beyond what a former home may have written unseen. */
    private static final long TERM_SPAN = 1L << 24;

    /**
     * The first sequence of a later term, above whatever a lost home wrote that its successor has
     * not seen, also in a term between the two of which nothing is left.
     *
     * @param followed the term that is followed, before this one
     * @param next what would come next in it
     */
    public static long firstOfTerm(int term, int followed, long next) {
        return (next / TERM_SPAN + term - followed) * TERM_SPAN;
    }

    /** The segment a sequence belongs to. */
    public static long segmentOf(long sequence) {
        return sequence / SEGMENT;
    }
}
