package org.fogg.broker.snapshot;

import org.fogg.core.owner.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a snapshot without its chunks.
 *
 * @param sequence of the last entry in it
 * @param state how far it has got
 * @param entry that entry without its decisions; null when its bytes make no sense
 */
public record SnapshotHead(int shard, long sequence, State state, @Nullable JournalEntry entry) {

    /** How far a snapshot has got. The table has the numbers from 1, in this order. */
    public enum State {
        /** Its chunks are being written, or whoever wrote them has gone. */
        WRITING,
        /** It was read back and restored to the state that it names. */
        VERIFIED,
        /** It is damaged or of an unknown form; nobody uses it. */
        KEPT_ASIDE,
        /** Its chunks are being removed, or whoever removed them has gone. */
        REMOVING
    }
}
