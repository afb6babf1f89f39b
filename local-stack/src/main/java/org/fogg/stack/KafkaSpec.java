package org.fogg.stack;

import java.util.Map;

/**
 * One Kafka process, broker and controller in one.
 *
 * @param port where clients connect
 * @param controllerPort where the controller listens
 */
public record KafkaSpec(String name, String host, int port, int controllerPort, int heapMb)
        implements ServerSpec {
    /** The port that clients expect Kafka at. */
    public static final int USUAL_PORT = 9092;

    private static final int USUAL_HEAP_MB = 256;

    /** A broker named "kafka" on 127.0.0.1:9092. */
    public static KafkaSpec single() {
        return new KafkaSpec("kafka", LOOPBACK, USUAL_PORT, 0, USUAL_HEAP_MB);
    }

    /** The same broker with another client port; 0 for any free one. */
    public KafkaSpec withPort(int newPort) {
        return new KafkaSpec(name, host, newPort, controllerPort, heapMb);
    }

    /** The same broker with another heap, in MiB. */
    public KafkaSpec withHeapMb(int newHeapMb) {
        return new KafkaSpec(name, host, port, controllerPort, newHeapMb);
    }

    @Override
    public ServerKind kind() {
        return ServerKind.KAFKA;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("client", port, "controller", controllerPort);
    }

    @Override
    public KafkaSpec withPorts(Map<String, Integer> ports) {
        return new KafkaSpec(
                name, host, Ports.of(ports, "client"), Ports.of(ports, "controller"), heapMb);
    }
}
