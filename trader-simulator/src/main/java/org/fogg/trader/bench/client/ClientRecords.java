package org.fogg.trader.bench.client;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes client records to a file, one JSON object a line, on a thread of its own. {@link #add} may
 * be called from any thread and never waits for the disk; {@link #close} returns when all that was
 * added is in the file.
 */
public final class ClientRecords implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final long FLUSH_AFTER_MS = 500;

    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final JsonMapper mapper =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private final Path file;
    private final OutputStream out;
    private final Thread writer;

    /**
     * Creates the file and its folders.
     *
     * @throws UncheckedIOException when it cannot be created
     */
    public ClientRecords(Path file) {
        this.file = file;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the client records " + file, e);
        }
        writer = new Thread(this::write, "client-records");
        writer.setDaemon(true);
        writer.start();
    }

    /** Adds a record, to be written soon. */
    public void add(ClientRecord record) {
        queue.add(new Item(record));
    }

    /**
     * Writes what is left and closes the file.
     *
     * @throws UncheckedIOException when a record could not be written
     */
    @Override
    public void close() {
        queue.add(new Item(null));
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable cause = failure.get();
        if (cause != null) {
            throw new UncheckedIOException(
                    "Cannot write the client records " + file, new IOException(cause));
        }
    }

    private void write() {
        try (out) {
            ClientRecord record;
            while ((record = next().record()) != null) {
                out.write(mapper.writeValueAsBytes(record));
                out.write('\n');
            }
        } catch (IOException | RuntimeException e) {
            failure.set(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.set(e);
        }
    }

    /** The next item; flushes when none has come for a while, so that readers see the latest. */
    private Item next() throws IOException, InterruptedException {
        Item item = queue.poll(FLUSH_AFTER_MS, TimeUnit.MILLISECONDS);
        while (item == null) {
            out.flush();
            item = queue.take();
        }
        return item;
    }

    /** A record, or the end when it is null. */
    private record Item(@Nullable ClientRecord record) {}
}
