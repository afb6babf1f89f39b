package org.fogg.broker.snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.fogg.broker.snapshot.SnapshotHead.State;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.snapshot.SnapshotChunk;

/** Snapshots of one shard in memory, in their binary form. Thread-safe. */
public final class MemorySnapshots implements SnapshotStore {

    /** By sequence. */
    public final Map<Long, SnapshotHead> heads = new ConcurrentSkipListMap<>();

    /** By sequence. */
    public final Map<Long, List<ByteBuffer>> chunks = new ConcurrentSkipListMap<>();

    @Override
    public synchronized List<SnapshotHead> heads(int shard) {
        List<SnapshotHead> newestFirst = new ArrayList<>(heads.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public synchronized void begin(int shard, JournalEntry entry) {
        heads.put(
                entry.sequence(), new SnapshotHead(shard, entry.sequence(), State.WRITING, entry));
        chunks.put(entry.sequence(), new ArrayList<>());
    }

    @Override
    public synchronized void write(int shard, long sequence, SnapshotChunk chunk) {
        chunks.get(sequence).add(new SnapshotCodec().encode(chunk));
    }

    @Override
    public synchronized Iterable<SnapshotChunk> chunks(int shard, long sequence) {
        return chunks.get(sequence).stream().map(new SnapshotCodec()::decode).toList();
    }

    @Override
    public synchronized void verified(int shard, long sequence) {
        put(sequence, State.VERIFIED);
    }

    @Override
    public synchronized void keepAside(int shard, long sequence, String reason) {
        put(sequence, State.KEPT_ASIDE);
    }

    private void put(long sequence, State state) {
        SnapshotHead head = heads.get(sequence);
        heads.put(sequence, new SnapshotHead(head.shard(), sequence, state, head.entry()));
    }

    @Override
    public synchronized void remove(int shard, long sequence) {
        heads.remove(sequence);
        chunks.remove(sequence);
    }
}
