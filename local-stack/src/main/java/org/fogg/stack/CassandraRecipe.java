package org.fogg.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs Cassandra's own daemon class with a configuration for a small machine. */
final class CassandraRecipe implements Recipe {
    private static final int OVERHEAD_MB = 450;
    private static final List<String> EXPORTS =
            List.of(
                    "java.base/jdk.internal.misc",
                    "java.base/jdk.internal.ref",
                    "java.base/sun.nio.ch",
                    "java.base/java.lang.ref",
                    "java.management.rmi/com.sun.jmx.remote.internal.rmi",
                    "java.rmi/sun.rmi.registry",
                    "java.rmi/sun.rmi.server",
                    "java.sql/java.sql",
                    "jdk.attach/sun.tools.attach",
                    "jdk.unsupported/sun.misc");
    private static final List<String> OPENS =
            List.of(
                    "java.base/java.io",
                    "java.base/java.lang",
                    "java.base/java.lang.module",
                    "java.base/java.lang.reflect",
                    "java.base/java.math",
                    "java.base/java.net",
                    "java.base/java.nio",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.base/java.util.concurrent.atomic",
                    "java.base/jdk.internal.loader",
                    "java.base/jdk.internal.math",
                    "java.base/jdk.internal.module",
                    "java.base/jdk.internal.ref",
                    "java.base/jdk.internal.reflect",
                    "java.base/jdk.internal.util.jar",
                    "java.base/sun.nio.ch",
                    "jdk.management/com.sun.management.internal");

    @Override
    public int overheadMb() {
        return OVERHEAD_MB;
    }

    @Override
    public Launch prepare(ServerSpec spec, ServerFolder folder, Path home) throws IOException {
        CassandraSpec node = (CassandraSpec) spec;
        Path config = folder.config();
        Map<String, String> values = values(node);
        Template.write("cassandra.yaml", values, config.resolve("cassandra.yaml"));
        Template.write(
                "cassandra-rackdc.properties",
                values,
                config.resolve("cassandra-rackdc.properties"));
        Template.write("cassandra-logback.xml", values, config.resolve("logback.xml"));
        CommitLogEnd.tie(folder.data().resolve("commitlog"));
        return new Launch(
                options(node, folder, home),
                List.of(config.toString(), home.resolve("lib") + "/*"),
                "org.apache.cassandra.service.CassandraDaemon",
                List.of());
    }

    private static Map<String, String> values(CassandraSpec node) {
        return Map.of(
                "host",
                node.host(),
                "seeds",
                seeds(node),
                "port",
                Integer.toString(node.port()),
                "storage-port",
                Integer.toString(node.storagePort()),
                "dc",
                node.dc(),
                "rack",
                node.rack());
    }

    private static String seeds(CassandraSpec node) {
        List<String> hosts = node.seeds().isEmpty() ? List.of(node.host()) : node.seeds();
        return String.join(",", hosts.stream().map(h -> h + ":" + node.storagePort()).toList());
    }

    private static List<String> options(CassandraSpec node, ServerFolder folder, Path home)
            throws IOException {
        List<String> options = new ArrayList<>(Recipe.commonOptions(node));
        // The lowest median of write times of the three collectors tried, see README.
        options.add("-XX:+UseParallelGC");
        options.add("-Xss256k");
        options.add("-XX:MaxDirectMemorySize=256m");
        // The vendor's advice: parts of the server rely on its assertions.
        options.addAll(List.of("-ea", "-da:net.openhft..."));
        options.add("-javaagent:" + jamm(home));
        options.add("-Djava.security.manager=allow");
        options.add("-Djdk.attach.allowAttachSelf=true");
        options.add("-Dio.netty.tryReflectionSetAccessible=true");
        options.add("-Dcassandra-foreground=yes");
        options.add("-Dcassandra.storagedir=" + folder.data());
        options.add("-Dcassandra.logdir=" + folder.logs());
        options.add("-Dcassandra.jmx.local.port=" + node.jmxPort());
        options.add("-Dcassandra.ring_delay_ms=" + ringDelayMillis(node));
        options.add("-Dcassandra.skip_wait_for_gossip_to_settle=0");
        options.add("-Dcassandra.consistent.rangemovement=false");
        options.add("-Dcassandra.shutdown_announce_in_ms=200");
        // Else a rebuild leaves out what an earlier one has copied, though it was lost since.
        options.add("-Dcassandra.reset_bootstrap_progress=true");
        // Its clock for time limits: else a thread wakes up every 2 ms, also in an idle server.
        options.add("-Dcassandra.approximate_time_precision_ms=20");
        EXPORTS.forEach(name -> options.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENS.forEach(name -> options.add("--add-opens=" + name + "=ALL-UNNAMED"));
        return options;
    }

    /**
     * Waits for a ring of many machines are not needed here, where the others are on this one. But
     * a node that is no seed gives up when its seed, which starts beside it, does not answer within
     * this delay, and a later seed goes on alone, for the others may be away.
     */
    private static int ringDelayMillis(CassandraSpec node) {
        if (node.isFirst()) {
            return 1_000;
        }
        return node.isSeed() ? 10_000 : 60_000;
    }

    private static Path jamm(Path home) throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            return jars.filter(jar -> String.valueOf(jar.getFileName()).startsWith("jamm-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No jamm jar in " + home.resolve("lib")));
        }
    }

    @Override
    public boolean answers(ServerSpec spec) {
        return CqlProbe.answers(spec.host(), spec.port());
    }
}
