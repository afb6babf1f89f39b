package org.fogg.stack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three servers a user runs, one of each, as far as the environment does not say otherwise. */
public final class StandardServers {
    private StandardServers() {}

    /**
     * One server of each kind on 127.0.0.1. The usual ports and heaps are replaced by the variables
     * {@code FOGG_CASSANDRA_PORT}, {@code FOGG_CASSANDRA_HEAP} (MiB) and the like for KAFKA and
     * ELASTICSEARCH; port 0 means any free one.
     *
     * @param dc Cassandra's data centre
     * @param environment as of {@link System#getenv()}
     * @throws IllegalArgumentException naming a variable that holds no fitting number
     */
    public static List<ServerSpec> from(String dc, Map<String, String> environment) {
        CassandraSpec cassandra = CassandraSpec.single(dc);
        KafkaSpec kafka = KafkaSpec.single();
        ElasticsearchSpec elasticsearch = ElasticsearchSpec.single();
        return List.of(
                cassandra
                        .withPort(port(environment, cassandra))
                        .withHeapMb(heap(environment, cassandra)),
                kafka.withPort(port(environment, kafka)).withHeapMb(heap(environment, kafka)),
                elasticsearch
                        .withPort(port(environment, elasticsearch))
                        .withHeapMb(heap(environment, elasticsearch)));
    }

    private static int port(Map<String, String> environment, ServerSpec spec) {
        String key = spec.kind().portSetting();
        return number(key, environment.get(key), spec.port(), 0, 65_535);
    }

    private static int heap(Map<String, String> environment, ServerSpec spec) {
        String key = spec.kind().heapSetting();
        return number(key, environment.get(key), spec.heapMb(), 64, 32_768);
    }

    private static int number(
            String key, @Nullable String text, int usual, int lowest, int highest) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        String rule = key + ": a whole number from " + lowest + " to " + highest + ", not " + text;
        try {
            int value = Integer.parseInt(text.strip());
            if (value < lowest || value > highest) {
                throw new IllegalArgumentException(rule);
            }
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }
}
