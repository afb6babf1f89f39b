package org.fogg.stack.containers;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fogg.stack.ServerKind;
import org.fogg.stack.ServerVersions;
import org.fogg.stack.Servers;
import org.fogg.stack.StackException;
import org.fogg.stack.StackException.Problem;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.cassandra.CassandraContainer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/**
 * Servers as containers. They are started once per test JVM, not per build, and Testcontainers
 * removes them when that JVM ends, however it ended.
 */
public final class ContainerServers implements Servers {
    private static final Map<ServerKind, GenericContainer<?>> STARTED =
            new EnumMap<>(ServerKind.class);

    private final Set<ServerKind> asked;

    private ContainerServers(Set<ServerKind> asked) {
        this.asked = asked;
    }

    /**
     * Starts those servers that this JVM has not started yet, side by side.
     *
     * @throws StackException if there is no Docker
     */
    public static synchronized Servers get(Collection<ServerKind> kinds) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new StackException(
                    Problem.NO_CONTAINERS,
                    "Containers were asked for with -Dfogg.servers=containers, but no Docker"
                            + " answers on this machine: start it, or leave that setting out.");
        }
        Map<ServerKind, GenericContainer<?>> missing = new EnumMap<>(ServerKind.class);
        kinds.stream()
                .filter(kind -> !STARTED.containsKey(kind))
                .forEach(kind -> missing.put(kind, container(kind)));
        Startables.deepStart(missing.values()).join();
        STARTED.putAll(missing);
        return new ContainerServers(EnumSet.copyOf(kinds));
    }

    private static GenericContainer<?> container(ServerKind kind) {
        String version = ServerVersions.of(kind);
        return switch (kind) {
            case CASSANDRA ->
                    new CassandraContainer("cassandra:" + version)
                            .withEnv("CASSANDRA_DC", LOCAL_DC)
                            .withEnv("CASSANDRA_ENDPOINT_SNITCH", "GossipingPropertyFileSnitch")
                            .withEnv("MAX_HEAP_SIZE", "512M")
                            .withEnv("HEAP_NEWSIZE", "128M");
            case KAFKA ->
                    new KafkaContainer("apache/kafka:" + version)
                            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                            .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000");
            case ELASTICSEARCH ->
                    new ElasticsearchContainer(
                                    "docker.elastic.co/elasticsearch/elasticsearch:" + version)
                            .withEnv("xpack.security.enabled", "false")
                            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
        };
    }

    @Override
    public InetSocketAddress cassandra() {
        return started(ServerKind.CASSANDRA, CassandraContainer.class).getContactPoint();
    }

    @Override
    public String kafka() {
        return started(ServerKind.KAFKA, KafkaContainer.class).getBootstrapServers();
    }

    @Override
    public URI elasticsearch() {
        ElasticsearchContainer container =
                started(ServerKind.ELASTICSEARCH, ElasticsearchContainer.class);
        return URI.create("http://" + container.getHttpHostAddress());
    }

    private <T> T started(ServerKind kind, Class<T> type) {
        if (!asked.contains(kind)) {
            throw new IllegalStateException(
                    kind.title() + " was not asked for: add " + kind + " to @UseServers");
        }
        synchronized (ContainerServers.class) {
            return Objects.requireNonNull(type.cast(STARTED.get(kind)), "started");
        }
    }
}
