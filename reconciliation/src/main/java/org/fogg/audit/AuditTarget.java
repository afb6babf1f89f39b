package org.fogg.audit;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The world to look at.
 *
 * @param georegions its georegions, at least one
 * @param kafkaBootstrap Kafka's address, host:port
 * @param clientRecords the load generator's own records, files of one JSON object a line; may be
 *     empty
 * @param elasticsearch base URL of Elasticsearch; null where no documents are to be compared
 */
public record AuditTarget(
        List<Georegion> georegions,
        String kafkaBootstrap,
        List<Path> clientRecords,
        @Nullable URI elasticsearch) {

    /** Keeps its own lists. */
    public AuditTarget {
        georegions = List.copyOf(georegions);
        clientRecords = List.copyOf(clientRecords);
        if (georegions.isEmpty()) {
            throw new IllegalArgumentException("georegions: at least one is needed");
        }
    }

    /** A world without documents. */
    public AuditTarget(
            List<Georegion> georegions, String kafkaBootstrap, List<Path> clientRecords) {
        this(georegions, kafkaBootstrap, clientRecords, null);
    }

    /**
     * One georegion.
     *
     * @param name its name, e.g. {@code europe}
     * @param shards its fixed number of shards
     * @param cassandra some of its Cassandra nodes
     * @param localDc the Cassandra data centre to read from
     */
    public record Georegion(
            String name, int shards, List<InetSocketAddress> cassandra, String localDc) {

        /** Keeps its own list. */
        public Georegion {
            cassandra = List.copyOf(cassandra);
            if (shards <= 0) {
                throw new IllegalArgumentException("shards: must be above 0, is " + shards);
            }
        }
    }
}
