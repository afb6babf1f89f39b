package org.fogg.launcher.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.fogg.launcher.json.Json;
import tools.jackson.core.JacksonException;

/**
 * The description of a running world: where its parts are and its keys. Kept in a file that only
 * its owner may read.
 *
 * @param settings what the world was started with, so that a lost part can be started again
 */
public record WorldFile(
        List<Georegion> georegions,
        List<Exchange> exchanges,
        Kafka kafka,
        Elasticsearch elasticsearch,
        Analytics analytics,
        Admin admin,
        Brokers brokers,
        WorldSettings settings) {

    /** A georegion, its brokers and its Cassandra nodes. */
    public record Georegion(
            String name, int shards, List<Broker> brokers, List<CassandraNode> cassandra) {}

    /**
     * A broker instance.
     *
     * @param url the base of its REST API, without {@code /v2}
     * @param managementUrl the base of its health and metrics
     */
    public record Broker(String name, String dc, String url, String managementUrl) {}

    /** A Cassandra node; {@code port} is CQL's. */
    public record CassandraNode(String dc, String host, int port) {}

    /** An exchange; {@code name} is its code. */
    public record Exchange(String name, String georegion, String url) {}

    /** Kafka. */
    public record Kafka(String bootstrap) {}

    /** Elasticsearch. */
    public record Elasticsearch(String url) {}

    /** The analytics service. */
    public record Analytics(String url) {}

    /** The administrator's API key. */
    public record Admin(String keyId, String secretKey) {

        /** Leaves the secret out of logs. */
        @Override
        public String toString() {
            return "Admin[keyId=" + keyId + "]";
        }
    }

    /** The key of brokers among themselves. */
    public record Brokers(String secretKey) {

        /** Leaves the secret out of logs. */
        @Override
        public String toString() {
            return "Brokers[]";
        }
    }

    /** The brokers of a georegion; none where it does not run. */
    public List<Broker> brokersOf(String georegion) {
        return georegions.stream()
                .filter(each -> each.name().equals(georegion))
                .flatMap(each -> each.brokers().stream())
                .toList();
    }

    /** The broker that serves a georegion's clients, if that georegion runs. */
    public Optional<Broker> brokerOf(String georegion) {
        return brokersOf(georegion).stream().findFirst();
    }

    /** The same with another description of one georegion. */
    public WorldFile with(Georegion georegion) {
        return new WorldFile(
                georegions.stream()
                        .map(each -> each.name().equals(georegion.name()) ? georegion : each)
                        .toList(),
                exchanges,
                kafka,
                elasticsearch,
                analytics,
                admin,
                brokers,
                settings);
    }

    /**
     * Reads the file, if there is one.
     *
     * @throws WorldException if it is none of this version's
     */
    static Optional<WorldFile> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(file), WorldFile.class));
        } catch (JacksonException e) {
            throw new WorldException(
                    file
                            + " is of another version of Fogg, or damaged. If that world still runs,"
                            + " stop it with the version that started it; then remove the file.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Writes all or nothing. */
    void write(Path file) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            OwnerOnly.create(next);
            Files.writeString(next, Json.pretty(this) + "\n");
            Files.move(
                    next,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
