package org.fogg.stack;

import java.util.Map;

/**
 * One Elasticsearch node, a cluster by itself.
 *
 * @param port where HTTP is spoken
 * @param transportPort where nodes would talk to each other; opened though there is only one
 */
public record ElasticsearchSpec(String name, String host, int port, int transportPort, int heapMb)
        implements ServerSpec {
    /** The port that clients expect Elasticsearch at. */
    public static final int USUAL_PORT = 9200;

    private static final int USUAL_HEAP_MB = 512;

    /** A node named "elasticsearch" on 127.0.0.1:9200. */
    public static ElasticsearchSpec single() {
        return new ElasticsearchSpec("elasticsearch", LOOPBACK, USUAL_PORT, 0, USUAL_HEAP_MB);
    }

    /** The same node with another HTTP port; 0 for any free one. */
    public ElasticsearchSpec withPort(int newPort) {
        return new ElasticsearchSpec(name, host, newPort, transportPort, heapMb);
    }

    /** The same node with another heap, in MiB. */
    public ElasticsearchSpec withHeapMb(int newHeapMb) {
        return new ElasticsearchSpec(name, host, port, transportPort, newHeapMb);
    }

    @Override
    public ServerKind kind() {
        return ServerKind.ELASTICSEARCH;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("client", port, "transport", transportPort);
    }

    @Override
    public ElasticsearchSpec withPorts(Map<String, Integer> ports) {
        return new ElasticsearchSpec(
                name, host, Ports.of(ports, "client"), Ports.of(ports, "transport"), heapMb);
    }
}
