package org.fogg.stack;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Keeps a spec on disk, so that another process knows what runs or should run. */
final class SpecFile {
    private static final String PORT = "port.";

    private SpecFile() {}

    static void write(ServerSpec spec, Path file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        values.put("kind", spec.kind().name());
        values.put("name", spec.name());
        values.put("host", spec.host());
        values.put("heap-mb", Integer.toString(spec.heapMb()));
        spec.ports().forEach((purpose, port) -> values.put(PORT + purpose, port.toString()));
        if (spec instanceof CassandraSpec cassandra) {
            values.put("dc", cassandra.dc());
            values.put("rack", cassandra.rack());
            values.put("seeds", String.join(",", cassandra.seeds()));
        }
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static Optional<ServerSpec> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        values.load(new StringReader(Files.readString(file)));
        String name = value(values, "name");
        String host = value(values, "host");
        int heap = Integer.parseInt(value(values, "heap-mb"));
        int port = port(values, "client");
        return Optional.of(
                switch (ServerKind.valueOf(value(values, "kind"))) {
                    case CASSANDRA ->
                            new CassandraSpec(
                                    name,
                                    host,
                                    port,
                                    port(values, "storage"),
                                    port(values, "jmx"),
                                    value(values, "dc"),
                                    value(values, "rack"),
                                    seeds(value(values, "seeds")),
                                    heap);
                    case KAFKA -> new KafkaSpec(name, host, port, port(values, "controller"), heap);
                    case ELASTICSEARCH ->
                            new ElasticsearchSpec(
                                    name, host, port, port(values, "transport"), heap);
                });
    }

    private static List<String> seeds(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }

    private static int port(Properties values, String purpose) {
        return Integer.parseInt(value(values, PORT + purpose));
    }

    private static String value(Properties values, String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("A server's spec on disk lacks " + key);
        }
        return value;
    }
}
