package org.fogg.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is particular to one kind of server. */
interface Recipe {
    /** Memory in MiB that the process takes beyond its heap, by measurement. */
    int overheadMb();

    /**
     * Writes the server's configuration and says how to start it.
     *
     * @param spec with all ports known
     * @param home holds the server's jars
     */
    Launch prepare(ServerSpec spec, ServerFolder folder, Path home) throws IOException;

    /** Whether the others come first where the processor is short. */
    default boolean yields() {
        return false;
    }

    /** Sends one real request; true if it was answered rightly, in about two seconds at most. */
    boolean answers(ServerSpec spec);

    /** JVM options that suit every server. */
    static List<String> commonOptions(ServerSpec spec) {
        return List.of(
                "-Xms" + spec.heapMb() + "m",
                "-Xmx" + spec.heapMb() + "m",
                // Else the JVM collects its whole heap twice while the classes are loaded.
                "-XX:MetaspaceSize=128m",
                // Counters for jstat, for which the JVM would wake up twenty times a second.
                "-XX:-UsePerfData",
                // Linux only, so ignored elsewhere: fewer page faults and cheaper thread switches.
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseTransparentHugePages",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true");
    }

    /** The recipe of a kind. */
    static Recipe of(ServerKind kind) {
        return switch (kind) {
            case CASSANDRA -> new CassandraRecipe();
            case KAFKA -> new KafkaRecipe();
            case ELASTICSEARCH -> new ElasticsearchRecipe();
        };
    }
}
