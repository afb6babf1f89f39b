package org.fogg.launcher.chaos;

import java.util.Locale;
import org.fogg.launcher.world.Part;

/** What a fault may be done to. */
public enum Target {
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
    ANALYTICS,
    /** All that runs of a data centre, where its georegion has another. */
    DCS;

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Target of(Part.Kind kind) {
        return switch (kind) {
            case BROKERS -> BROKERS;
            case EXCHANGES -> EXCHANGES;
            case KAFKA -> KAFKA;
            case CASSANDRA -> CASSANDRA;
            case ELASTICSEARCH -> ELASTICSEARCH;
            case ANALYTICS -> ANALYTICS;
        };
    }
}
