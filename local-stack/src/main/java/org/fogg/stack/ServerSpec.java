package org.fogg.stack;

import java.util.Map;

/**
 * One server to run. A port of 0 means any free one; it is chosen at the first start and kept with
 * the data from then on.
 */
public sealed interface ServerSpec permits CassandraSpec, KafkaSpec, ElasticsearchSpec {
    /** Address of this machine that a server listens on unless another is asked for. */
    String LOOPBACK = "127.0.0.1";

    /** Which server it is. */
    ServerKind kind();

    /** Its name within its stack: lower-case letters, digits and hyphens. Names its folder. */
    String name();

    /** The loopback address it listens on. */
    String host();

    /** The port that clients connect to. */
    int port();

    /** The size of its Java heap in MiB. */
    int heapMb();

    /** All ports by what they are for; "client" is {@link #port()}. */
    Map<String, Integer> ports();

    /** The same server with other ports, for exactly the keys of {@link #ports()}. */
    ServerSpec withPorts(Map<String, Integer> ports);
}
