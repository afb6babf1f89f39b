package org.fogg.launcher.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a world, all on loopback: fixed numbers, shifted together so that two worlds can run
 * side by side.
 *
 * @param offset added to each number, 0 to {@value #MAX_OFFSET}
 */
public record Ports(int offset) {

    /** The largest offset that keeps every port below the usual range of outgoing connections. */
    public static final int MAX_OFFSET = 12_000;

    public Ports {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException(
                    "FOGG_PORT_OFFSET is " + offset + ", not 0 to " + MAX_OFFSET);
        }
    }

    /** CQL. */
    public int cassandra() {
        return 19042 + offset;
    }

    /** Between Cassandra nodes. */
    public int cassandraStorage() {
        return 17000 + offset;
    }

    /** Cassandra's JMX. */
    public int cassandraJmx() {
        return 17199 + offset;
    }

    /** Kafka's clients. */
    public int kafka() {
        return 19092 + offset;
    }

    /** Between Kafka's controllers. */
    public int kafkaController() {
        return 19093 + offset;
    }

    /** Elasticsearch's HTTP. */
    public int elasticsearch() {
        return 19200 + offset;
    }

    /** Between Elasticsearch nodes. */
    public int elasticsearchTransport() {
        return 19300 + offset;
    }

    /** The exchanges' HTTP. */
    public int exchanges() {
        return 18090 + offset;
    }

    /** The analytics service's HTTP. */
    public int analytics() {
        return 18085 + offset;
    }

    /** A broker's REST API. */
    public int broker(int instance) {
        return 18080 + 2 * instance + offset;
    }

    /** A broker's health and metrics. */
    public int brokerManagement(int instance) {
        return broker(instance) + 1;
    }

    /** Every port that a world with so many brokers listens on. */
    public List<Integer> all(int brokers) {
        List<Integer> all =
                new ArrayList<>(
                        List.of(
                                cassandra(),
                                cassandraStorage(),
                                cassandraJmx(),
                                kafka(),
                                kafkaController(),
                                elasticsearch(),
                                elasticsearchTransport(),
                                exchanges(),
                                analytics()));
        for (int i = 0; i < brokers; i++) {
            all.add(broker(i));
            all.add(brokerManagement(i));
        }
        return all;
    }
}
