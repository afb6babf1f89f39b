package org.fogg.stack;

import java.util.List;
import java.util.Map;

/**
 * One Cassandra node. The nodes of one stack form one cluster; several on one machine need a
 * loopback address each.
 *
 * @param port where CQL is spoken
 * @param storagePort where the nodes talk to each other; must be the same for all nodes of a
 *     cluster, and 0 is made so
 * @param jmxPort where nodetool connects, on 127.0.0.1 whatever the host
 * @param dc the data centre
 * @param rack the rack within it
 * @param seeds addresses of nodes to join; empty, or holding its own address, makes it a seed
 */
public record CassandraSpec(
        String name,
        String host,
        int port,
        int storagePort,
        int jmxPort,
        String dc,
        String rack,
        List<String> seeds,
        int heapMb)
        implements ServerSpec {
    /** The port that clients expect Cassandra at. */
    public static final int USUAL_PORT = 9042;

    private static final int USUAL_HEAP_MB = 512;

    /** Copies the seeds; refuses a blank data centre or rack. */
    public CassandraSpec {
        seeds = List.copyOf(seeds);
        if (dc.isBlank() || rack.isBlank()) {
            throw new IllegalArgumentException("dc and rack: not blank");
        }
    }

    /** A single node named "cassandra" on 127.0.0.1:9042. */
    public static CassandraSpec single(String dc) {
        return node("cassandra", LOOPBACK, dc, List.of());
    }

    /** A node of a cluster on an address of its own, port 9042. */
    public static CassandraSpec node(String name, String host, String dc, List<String> seeds) {
        return new CassandraSpec(name, host, USUAL_PORT, 0, 0, dc, "rack1", seeds, USUAL_HEAP_MB);
    }

    /** The same node with another CQL port; 0 for any free one. */
    public CassandraSpec withPort(int newPort) {
        return new CassandraSpec(
                name, host, newPort, storagePort, jmxPort, dc, rack, seeds, heapMb);
    }

    /** The same node with another heap, in MiB. */
    public CassandraSpec withHeapMb(int newHeapMb) {
        return new CassandraSpec(
                name, host, port, storagePort, jmxPort, dc, rack, seeds, newHeapMb);
    }

    /** The same node in another rack. */
    public CassandraSpec withRack(String newRack) {
        return new CassandraSpec(
                name, host, port, storagePort, jmxPort, dc, newRack, seeds, heapMb);
    }

    /** Tells whether it can start before any other node of its cluster runs. */
    public boolean isSeed() {
        return seeds.isEmpty() || seeds.contains(host);
    }

    /** Tells whether its cluster begins with it: others wait until it runs. */
    public boolean isFirst() {
        return seeds.isEmpty() || seeds.get(0).equals(host);
    }

    @Override
    public ServerKind kind() {
        return ServerKind.CASSANDRA;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("client", port, "storage", storagePort, "jmx", jmxPort);
    }

    @Override
    public CassandraSpec withPorts(Map<String, Integer> ports) {
        return new CassandraSpec(
                name,
                host,
                Ports.of(ports, "client"),
                Ports.of(ports, "storage"),
                Ports.of(ports, "jmx"),
                dc,
                rack,
                seeds,
                heapMb);
    }
}
