package org.fogg.broker.config;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Cassandra is and how keyspaces are made.
 *
 * @param contactPoints {@code host:port} each
 * @param localDc the data centre whose nodes are asked
 * @param replication CQL map with which keyspaces are made where they are absent; absent: one copy
 *     in the local data centre
 * @param globalReplication the same for the keyspace of all georegions; absent: as the others
 * @param answerWithin how long it may take for what a request needs; then the request is answered
 *     with 503
 */
public record CassandraProperties(
        @NotEmpty @DefaultValue("127.0.0.1:9042")
                List<
                                @Pattern(
                                        regexp = "\\[?[A-Za-z0-9.:_-]+]?:[0-9]{1,5}",
                                        message = "must be host:port")
                                String>
                        contactPoints,
        @NotBlank @DefaultValue("europe-eu-central-1") String localDc,
        @Nullable
                @Pattern(
                        regexp = "\\s*\\{.*'class'.*}\\s*",
                        message = "must be a CQL map with 'class', as in {'class': '...', 'dc': 3}")
                String replication,
        @Nullable
                @Pattern(
                        regexp = "\\s*\\{.*'class'.*}\\s*",
                        message = "must be a CQL map with 'class', as in {'class': '...', 'dc': 3}")
                String globalReplication,
        @DurationMin(millis = 100) @DurationMax(seconds = 30) @DefaultValue("1500ms")
                Duration answerWithin) {

    public CassandraProperties {
        contactPoints = List.copyOf(contactPoints);
    }

    /** The contact points as unresolved addresses. */
    public List<InetSocketAddress> addresses() {
        return contactPoints.stream().map(CassandraProperties::address).toList();
    }

    /** The CQL map for new keyspaces. */
    public String replicationOrDefault() {
        return replication != null
                ? replication
                : "{'class': 'NetworkTopologyStrategy', '" + localDc + "': 1}";
    }

    /** The CQL map for the keyspace of all georegions. */
    public String globalReplicationOrDefault() {
        return globalReplication != null ? globalReplication : replicationOrDefault();
    }

    private static InetSocketAddress address(String contactPoint) {
        int colon = contactPoint.lastIndexOf(':');
        return new InetSocketAddress(
                contactPoint.substring(0, colon),
                Integer.parseInt(contactPoint.substring(colon + 1)));
    }
}
