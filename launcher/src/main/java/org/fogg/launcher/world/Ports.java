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

    /** Between the ports of one georegion's services and the next one's. */
    private static final int GEOREGION_STEP = 20;

    /** The largest offset that keeps every port below the usual range of outgoing connections. */
    public static final int MAX_OFFSET = 12_000;

    public Ports {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException(
                    "FOGG_PORT_OFFSET is " + offset + ", not 0 to " + MAX_OFFSET);
        }
    }

    /** CQL; the nodes of a world have an address each and this port. */
    public int cassandra() {
        return 19042 + offset;
    }

    /** Between Cassandra nodes. */
    public int cassandraStorage() {
        return 17000 + offset;
    }

    /** JMX of a Cassandra node, which is on 127.0.0.1 whatever the node's address. */
    public int cassandraJmx(int node) {
        return 17199 + node + offset;
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

    /** The HTTP of a georegion's exchanges; georegions count from 0. */
    public int exchanges(int georegion) {
        return 18090 + GEOREGION_STEP * georegion + offset;
    }

    /** The analytics service's HTTP. */
    public int analytics() {
        return 18085 + offset;
    }

    /** A broker's REST API; the third and fourth are those of a second data centre. */
    public int broker(int georegion, int instance) {
        int first = instance < 2 ? 18080 : 18088;
        return first + GEOREGION_STEP * georegion + 2 * instance + offset;
    }

    /** A broker's health and metrics. */
    public int brokerManagement(int georegion, int instance) {
        return broker(georegion, instance) + 1;
    }

    /** Every port on 127.0.0.1 that a world of one georegion with so many brokers listens on. */
    public List<Integer> all(int brokers) {
        return all(1, brokers);
    }

    /** The same for so many georegions, each with so many brokers. */
    public List<Integer> all(int georegions, int brokers) {
        return all(georegions, 1, brokers);
    }

    /** The same for so many georegions, data centres of each, and brokers of each of those. */
    public List<Integer> all(int georegions, int dcs, int brokers) {
        List<Integer> all =
                new ArrayList<>(
                        List.of(
                                cassandra(),
                                cassandraStorage(),
                                kafka(),
                                kafkaController(),
                                elasticsearch(),
                                elasticsearchTransport(),
                                analytics()));
        for (int node = 0; node < georegions * dcs; node++) {
            all.add(cassandraJmx(node));
        }
        for (int g = 0; g < georegions; g++) {
            all.add(exchanges(g));
            for (int i = 0; i < dcs * brokers; i++) {
                all.add(broker(g, i));
                all.add(brokerManagement(g, i));
            }
        }
        return all;
    }
}
