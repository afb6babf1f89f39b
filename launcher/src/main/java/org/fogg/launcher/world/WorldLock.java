package org.fogg.launcher.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two commands from starting or stopping the same world at once; ends with the process. */
final class WorldLock {

    private WorldLock() {}

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws InterruptedException;
    }

    /**
     * Does the work while no other command may start or stop the world.
     *
     * @throws WorldException if another command is doing so
     */
    static <T> T holding(WorldHome home, Work<T> work) throws InterruptedException {
        home.create();
        Path file = home.folder().resolve("lock");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (tryLock(channel) == null) {
                throw new WorldException(
                        "Another fogg command is starting or stopping this world; try again when"
                                + " it is done.");
            }
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
