package org.fogg.broker.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A versioned script on the class path: statements, comment lines and two placeholders. */
final class CqlScript {

    private static final String FOLDER = "/org/fogg/contracts/schema/";

    private CqlScript() {}

    /**
     * The statements of one version of a scope.
     *
     * @return null when there is no such version
     */
    static @Nullable List<String> read(
            String scope, int version, String keyspace, String replication) {
        String name = String.format("%s%s-%03d.cql", FOLDER, scope, version);
        try (InputStream in = CqlScript.class.getResourceAsStream(name)) {
            if (in == null) {
                return null;
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return statements(text, keyspace, replication);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    static List<String> statements(String text, String keyspace, String replication) {
        String cql =
                text.lines()
                        .filter(line -> !line.strip().startsWith("--"))
                        .collect(Collectors.joining("\n"))
                        .replace("${keyspace}", keyspace)
                        .replace("${replication}", replication);
        return Arrays.stream(cql.split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
