package org.fogg.launcher.world;

/**
 * One process of a world.
 *
 * @param name as in {@code fogg logs NAME}
 * @param kind what it is
 */
public record Part(String name, Kind kind) {

    /** What a process is. */
    public enum Kind {
        /** A broker instance. */
        BROKERS,
        /** The process of a georegion's exchanges. */
        EXCHANGES,
        /** Kafka. */
        KAFKA,
        /** A Cassandra node. */
        CASSANDRA,
        /** Elasticsearch. */
        ELASTICSEARCH,
        /** The analytics service. */
        ANALYTICS
    }
}
