package org.fogg.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time start or stop the servers of a folder. The system frees
 * it when the process ends, however that ended.
 */
final class StackLock implements AutoCloseable {
    // A file lock keeps other processes out, but fails instead of waiting within its own.
    private static final ConcurrentMap<Path, ReentrantLock> OWN_THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel channel;

    private StackLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    static StackLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.toRealPath().resolve("stack.lock");
        ReentrantLock thread = OWN_THREADS.computeIfAbsent(file, key -> new ReentrantLock());
        thread.lock();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock();
            if (!lock.isValid()) {
                throw new IOException("No lock on " + file);
            }
            return new StackLock(thread, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            thread.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            thread.unlock();
        }
    }
}
