package org.fogg.broker.snapshot;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.fogg.core.snapshot.SnapshotChunk;

/** Reads a snapshot's chunks part after part, until a part has none. */
final class ChunkIterator implements Iterator<SnapshotChunk> {

    private final IntFunction<Iterable<Row>> parts;
    private final Function<Row, SnapshotChunk> decode;
    private Iterator<Row> rows = Collections.emptyIterator();
    private int nextPart;
    private boolean ended;

    ChunkIterator(IntFunction<Iterable<Row>> parts, Function<Row, SnapshotChunk> decode) {
        this.parts = parts;
        this.decode = decode;
    }

    @Override
    public boolean hasNext() {
        if (!ended && !rows.hasNext()) {
            rows = parts.apply(nextPart++).iterator();
            ended = !rows.hasNext();
        }
        return !ended;
    }

    @Override
    public SnapshotChunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return decode.apply(rows.next());
    }
}
