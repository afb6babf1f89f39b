package org.fogg.launcher.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in brokers' logs when the consumer group gave them shards, from the moment it is made. */
final class TakeOverLog {

    private static final String ASSIGNED = "Shards assigned: [";

    private final Map<Path, Long> from = new HashMap<>();

    TakeOverLog(List<Path> logs) {
        for (Path log : logs) {
            try {
                from.put(log, Files.exists(log) ? Files.size(log) : 0);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + log, e);
            }
        }
    }

    /** When the first of these brokers was given shards, if any was. */
    Optional<Instant> first() {
        return from.entrySet().stream()
                .flatMap(entry -> read(entry.getKey(), entry.getValue()).lines())
                .filter(line -> line.contains(ASSIGNED))
                .flatMap(line -> time(line).stream())
                .min(Instant::compareTo);
    }

    private static String read(Path log, long start) {
        if (!Files.exists(log)) {
            return "";
        }
        try (SeekableByteChannel file = Files.newByteChannel(log)) {
            long length = Math.min(file.size() - start, Integer.MAX_VALUE);
            if (length <= 0) {
                return "";
            }
            return new String(
                    Channels.newInputStream(file.position(start)).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log, e);
        }
    }

    private static Optional<Instant> time(String line) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(line.substring(0, line.indexOf(' '))).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
