package org.fogg.core.snapshot;

import java.util.List;

/**
 * A bounded part of a snapshot. The chunks of one snapshot are numbered from 0 and carry the same
 * state hash; only the highest number is the last.
 *
 * @param version the form of the records, {@link #VERSION} when written now
 * @param number place among the chunks, from 0
 * @param last whether no chunk follows
 * @param decisions how many decisions had been made, so which place of the journal this is
 * @param stateHash hash of the whole state, which the restored state must have
 * @param records at most as many as the snapshot was asked for, in the order they are restored in
 */
public record SnapshotChunk(
        int version,
        int number,
        boolean last,
        long decisions,
        long stateHash,
        List<SnapshotRecord> records) {

    /** The present form. A change of {@link SnapshotRecord} that changes meaning counts it up. */
    public static final int VERSION = 2;

    /** Keeps its own copy of the records. */
    public SnapshotChunk {
        records = List.copyOf(records);
    }
}
