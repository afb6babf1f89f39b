package org.fogg.launcher.command;

import com.datastax.oss.driver.api.core.DriverException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.fogg.audit.AuditTarget;
import org.fogg.launcher.dc.Present;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;

/** Points the auditor at the running world. */
final class Audits {

    private Audits() {}

    /**
     * Lets the auditor work on the running world.
     *
     * @throws WorldException if none runs, or its servers cannot be read
     */
    static <T> T run(World world, Function<AuditTarget, T> work) {
        WorldFile running = Present.of(world);
        AuditTarget target =
                new AuditTarget(
                        running.georegions().stream().map(Audits::georegion).toList(),
                        running.kafka().bootstrap(),
                        clientRecords(world.home().clientRecords()),
                        URI.create(running.elasticsearch().url()));
        try {
            return work.apply(target);
        } catch (DriverException | KafkaException | UncheckedIOException e) {
            throw new WorldException(
                    "The records cannot be read (" + e.getMessage() + "); see fogg status", e);
        }
    }

    private static AuditTarget.Georegion georegion(WorldFile.Georegion georegion) {
        List<InetSocketAddress> nodes =
                georegion.cassandra().stream()
                        .map(node -> new InetSocketAddress(node.host(), node.port()))
                        .toList();
        return new AuditTarget.Georegion(
                georegion.name(), georegion.shards(), nodes, georegion.cassandra().get(0).dc());
    }

    private static List<Path> clientRecords(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
