package org.fogg.stack.process;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is on disk about one process.
 *
 * @param token a random word in the process' environment; finds it where its starter died between
 *     starting it and recording its pid
 * @param identity null until the pid is known
 * @param startedAt for people; {@code identity} decides
 */
record ProcessRecord(String token, @Nullable ProcessIdentity identity, Instant startedAt) {
    /** Writes all or nothing: a reader never sees half a record. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        StringBuilder text = new StringBuilder();
        text.append("token=").append(token).append('\n');
        text.append("started=").append(startedAt).append('\n');
        if (identity != null) {
            text.append("pid=").append(identity.pid()).append('\n');
            text.append("start=").append(identity.start()).append('\n');
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static Optional<ProcessRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        String token = properties.getProperty("token");
        String started = properties.getProperty("started");
        if (token == null || started == null) {
            throw new IOException("Not a process record: " + file);
        }
        String pid = properties.getProperty("pid");
        String start = properties.getProperty("start");
        ProcessIdentity identity =
                pid == null || start == null
                        ? null
                        : new ProcessIdentity(Long.parseLong(pid), start);
        return Optional.of(new ProcessRecord(token, identity, Instant.parse(started)));
    }
}
