package org.fogg.stack;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Ties the end of a commit log that a killed Cassandra left behind to the rest of it.
 *
 * <p>A segment is a chain of sections; a marker before each says where it ends. Cassandra writes
 * the marker of the last section when that ends, every 100 ms, and on start reads no further than
 * the chain. What it acknowledged since then is in the file, which is mapped into memory and so
 * outlives the process, but would be ignored. Here the last section gets its marker. Every entry
 * has checksums of its own, so that one that was being written is still recognised and passed over.
 *
 * <p>The format is that of Cassandra 5.0 (its {@code CommitLogDescriptor}, {@code
 * CommitLogSegment#writeSyncMarker} and {@code CommitLogReader}); a file of another version is left
 * as it is. For a node without replicas only: where others have the writes, this is not needed.
 */
final class CommitLogEnd {
    private static final int VERSION = 8;
    private static final int MARKER = 8;
    private static final int ENTRY_OVERHEAD = 12;
    private static final int SMALLEST_ENTRY = 10;

    private final MappedByteBuffer log;
    private final long id;

    private CommitLogEnd(MappedByteBuffer log) {
        this.log = log;
        this.id = log.getLong(Integer.BYTES);
    }

    /** Mends all segments in a folder, which need not exist; no process may be using them. */
    static void tie(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> segments = Files.newDirectoryStream(folder, "CommitLog-*.log")) {
            for (Path segment : segments) {
                tieSegment(segment);
            }
        }
    }

    private static void tieSegment(Path segment) throws IOException {
        try (FileChannel file =
                FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int descriptor = Integer.BYTES + Long.BYTES + Short.BYTES;
            if (file.size() < descriptor + MARKER) {
                return;
            }
            MappedByteBuffer log = file.map(MapMode.READ_WRITE, 0, file.size());
            if (log.getInt(0) == VERSION) {
                int parameters = Short.toUnsignedInt(log.getShort(Integer.BYTES + Long.BYTES));
                new CommitLogEnd(log).tieFrom(descriptor + parameters + Integer.BYTES);
                log.force();
            }
        }
    }

    /**
     * @param first where the first marker is
     */
    private void tieFrom(int first) {
        int marker = first;
        while (has(marker, MARKER) && isMarker(marker)) {
            int next = log.getInt(marker);
            if (next <= marker) {
                return;
            }
            marker = next;
        }
        if (!has(marker, MARKER) || log.getLong(marker) != 0) {
            return;
        }
        int at = marker + MARKER;
        while (true) {
            if (isEntry(at)) {
                at += ENTRY_OVERHEAD + log.getInt(at);
            } else if (has(at, MARKER) && log.getLong(at) == 0 && isEntry(at + MARKER)) {
                // Room for the next marker, taken but not yet tied to the one before.
                writeMarker(marker, at);
                marker = at;
                at += MARKER;
            } else {
                writeMarker(marker, log.capacity());
                return;
            }
        }
    }

    private boolean has(int at, int bytes) {
        return at >= 0 && at <= log.capacity() - bytes;
    }

    private boolean isMarker(int at) {
        return log.getInt(at) != 0 && log.getInt(at + Integer.BYTES) == markerChecksum(at);
    }

    private void writeMarker(int at, int end) {
        log.putInt(at, end);
        log.putInt(at + Integer.BYTES, markerChecksum(at));
    }

    private int markerChecksum(int at) {
        return checksum((int) id, (int) (id >>> Integer.SIZE), at);
    }

    /** Whether an entry begins here, by the checksum of its size. */
    private boolean isEntry(int at) {
        if (!has(at, ENTRY_OVERHEAD)) {
            return false;
        }
        int size = log.getInt(at);
        return size >= SMALLEST_ENTRY
                && has(at, ENTRY_OVERHEAD + size)
                && log.getInt(at + Integer.BYTES) == checksum(size);
    }

    private static int checksum(int... values) {
        CRC32 checksum = new CRC32();
        for (int value : values) {
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                checksum.update(value >>> shift);
            }
        }
        return (int) checksum.getValue();
    }
}
