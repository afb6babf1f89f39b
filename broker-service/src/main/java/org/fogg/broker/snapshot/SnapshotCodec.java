package org.fogg.broker.snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.SnapshotChunkDecoder;
import org.fogg.contracts.sbe.SnapshotChunkEncoder;
import org.fogg.core.snapshot.SnapshotChunk;
import org.fogg.core.snapshot.SnapshotRecord;

/**
 * The binary form of a snapshot's chunk: the message SnapshotChunk, then its records, each with a
 * header of its own. Keeps buffers, so one thread at a time.
 */
final class SnapshotCodec {

    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(1 << 16);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final SnapshotChunkEncoder encoder = new SnapshotChunkEncoder();
    private final SnapshotChunkDecoder decoder = new SnapshotChunkDecoder();
    private final RecordEncoder recordEncoder = new RecordEncoder();
    private final RecordDecoder recordDecoder = new RecordDecoder();
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);

    /** Writes a chunk into a buffer of exactly its size. */
    ByteBuffer encode(SnapshotChunk chunk) {
        encoder.wrapAndApplyHeader(scratch, 0, headerEncoder)
                .form(chunk.version())
                .number(chunk.number())
                .last(Wire.wire(chunk.last()))
                .decisions(chunk.decisions())
                .stateHash(chunk.stateHash())
                .recordCount(chunk.records().size());
        int position = encoder.limit();
        for (SnapshotRecord next : chunk.records()) {
            position = recordEncoder.encode(scratch, position, next);
        }
        byte[] bytes = new byte[position];
        scratch.getBytes(0, bytes);
        return ByteBuffer.wrap(bytes);
    }

    /**
     * Reads a chunk. One of another form than the present is not read further: its records may mean
     * anything.
     *
     * @throws MalformedMessageException when it is none
     */
    SnapshotChunk decode(ByteBuffer bytes) {
        source.wrap(bytes, bytes.position(), bytes.remaining());
        try {
            return decode();
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException e) {
            throw new MalformedMessageException("Not a snapshot's chunk: " + e.getMessage(), e);
        }
    }

    private SnapshotChunk decode() {
        decoder.wrapAndApplyHeader(source, 0, headerDecoder);
        Wire.requireSchema(headerDecoder);
        int form = decoder.form();
        if (form != SnapshotChunk.VERSION) {
            throw new MalformedMessageException("A snapshot of the unknown form " + form);
        }
        int count = decoder.recordCount();
        List<SnapshotRecord> records = new ArrayList<>();
        int position = decoder.limit();
        for (int i = 0; i < count; i++) {
            records.add(recordDecoder.decode(source, position));
            position = recordDecoder.limit();
        }
        if (position != source.capacity()) {
            throw new MalformedMessageException("A snapshot's chunk with bytes after its end");
        }
        return new SnapshotChunk(
                form,
                decoder.number(),
                Wire.flag(decoder.lastRaw()),
                decoder.decisions(),
                decoder.stateHash(),
                records);
    }
}
