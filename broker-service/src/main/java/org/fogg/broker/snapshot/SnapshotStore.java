package org.fogg.broker.snapshot;

import java.util.List;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.snapshot.SnapshotChunk;

/**
 * Where snapshots are kept. A snapshot is named by its shard and the sequence of the last entry in
 * it; two that have the same name are the same. All methods block. Thread-safe.
 */
public interface SnapshotStore {

    /** The shard's snapshots, the newest first. */
    List<SnapshotHead> heads(int shard);

    /**
     * Begins to write one.
     *
     * @param entry the last entry in it, whose decisions are left out
     */
    void begin(int shard, JournalEntry entry);

    /** Writes the next chunk. */
    void write(int shard, long sequence, SnapshotChunk chunk);

    /**
     * The chunks in their order, read as they are asked for.
     *
     * @throws org.fogg.broker.wire.MalformedMessageException from the iteration, for one that is
     *     damaged
     */
    Iterable<SnapshotChunk> chunks(int shard, long sequence);

    /** From now on it counts. */
    void verified(int shard, long sequence);

    /** From now on nobody uses it; it stays as it is for people to look at. */
    void keepAside(int shard, long sequence, String reason);

    /** Removes it; those below it, but what is kept aside, have been removed before. */
    void remove(int shard, long sequence);
}
