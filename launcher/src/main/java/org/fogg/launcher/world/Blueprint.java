package org.fogg.launcher.world;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fogg.stack.CassandraSpec;
import org.fogg.stack.ElasticsearchSpec;
import org.fogg.stack.KafkaSpec;
import org.fogg.stack.ServerKind;
import org.fogg.stack.ServerSpec;

/** What a world consists of: the one list of its parts, with where each of them is. */
final class Blueprint {

    /** The name of the process that hosts all exchanges. */
    static final String EXCHANGES = "exchanges";

    /** The name of the analytics service. */
    static final String ANALYTICS = "analytics";

    private static final String HOST = "127.0.0.1";
    private static final String DC = "europe-eu-central-1";
    private static final List<String> EXCHANGE_CODES = List.of("XLON", "XFRA", "XPAR");
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final int KEY_BYTES = 10;
    private static final int SECRET_BYTES = 20;

    /** Few threads and the quick compiler: seven JVMs share the processor (ADR 0005). */
    private static final List<String> SMALL_JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    // With one processor to spare, the JDK makes a thread for every asynchronous
                    // step.
                    "-Djava.util.concurrent.ForkJoinPool.common.parallelism="
                            + Math.max(2, Runtime.getRuntime().availableProcessors() - 1),
                    "-Xshare:auto",
                    // For jstat the JVM would wake up twenty times a second.
                    "-XX:-UsePerfData",
                    // Linux only, so ignored elsewhere.
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+UseTransparentHugePages",
                    "-XX:+ExitOnOutOfMemoryError");

    private final WorldHome home;
    private final Ports ports;

    Blueprint(WorldHome home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** Describes a new world, with a new administrator's key. */
    WorldFile describe(WorldSettings settings, SecureRandom random) {
        List<WorldFile.Georegion> georegions = new ArrayList<>();
        List<WorldFile.Exchange> exchanges = new ArrayList<>();
        for (String name : settings.georegions()) {
            for (String code : EXCHANGE_CODES) {
                exchanges.add(
                        new WorldFile.Exchange(
                                code, name, url(ports.exchanges()) + "/exchanges/" + code));
            }
            List<WorldFile.Broker> brokers = new ArrayList<>();
            for (int i = 0; i < settings.brokers(); i++) {
                brokers.add(
                        new WorldFile.Broker(
                                name + "-" + (i + 1),
                                DC,
                                url(ports.broker(i)),
                                url(ports.brokerManagement(i))));
            }
            georegions.add(
                    new WorldFile.Georegion(
                            name,
                            WorldSettings.SHARDS,
                            brokers,
                            List.of(new WorldFile.CassandraNode(DC, HOST, ports.cassandra()))));
        }
        return new WorldFile(
                georegions,
                exchanges,
                new WorldFile.Kafka(HOST + ":" + ports.kafka()),
                new WorldFile.Elasticsearch(url(ports.elasticsearch())),
                new WorldFile.Analytics(url(ports.analytics())),
                new WorldFile.Admin(
                        "FA" + hex(random, KEY_BYTES).toUpperCase(java.util.Locale.ROOT),
                        hex(random, SECRET_BYTES)),
                settings);
    }

    /** The servers that are not Fogg's own. */
    List<ServerSpec> servers() {
        return List.of(
                CassandraSpec.single(DC)
                        .withPorts(
                                Map.of(
                                        "client", ports.cassandra(),
                                        "storage", ports.cassandraStorage(),
                                        "jmx", ports.cassandraJmx())),
                KafkaSpec.single()
                        .withPorts(
                                Map.of(
                                        "client", ports.kafka(),
                                        "controller", ports.kafkaController())),
                ElasticsearchSpec.single()
                        .withPorts(
                                Map.of(
                                        "client", ports.elasticsearch(),
                                        "transport", ports.elasticsearchTransport())));
    }

    /** Fogg's own services, in the order in which they are started; they are stopped backwards. */
    List<ServiceSpec> services(WorldFile world) {
        List<ServiceSpec> services = new ArrayList<>();
        for (WorldFile.Georegion georegion : world.georegions()) {
            services.add(exchanges(world, georegion));
            for (int i = 0; i < georegion.brokers().size(); i++) {
                services.add(broker(world, georegion, i));
            }
        }
        services.add(analytics(world));
        return List.copyOf(services);
    }

    private ServiceSpec exchanges(WorldFile world, WorldFile.Georegion georegion) {
        WorldSettings wanted = world.settings();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", HOST);
        settings.put("server.port", Integer.toString(ports.exchanges()));
        settings.put("fogg.georegion", georegion.name());
        settings.put("fogg.kafka.bootstrap", world.kafka().bootstrap());
        settings.put("fogg.exchange.prices", wanted.prices());
        settings.put("fogg.exchange.replay-seconds", Integer.toString(wanted.replaySeconds()));
        settings.put("fogg.exchange.ticks-per-second", Integer.toString(wanted.ticksPerSecond()));
        settings.put("fogg.exchange.seed", Long.toString(wanted.seed()));
        settings.put("fogg.exchange.url-host", HOST);
        return new ServiceSpec(
                EXCHANGES,
                Set.of(ServerKind.KAFKA),
                jar("exchange-simulator"),
                jvm(192),
                settings,
                Map.of(),
                URI.create(url(ports.exchanges()) + "/actuator/health"),
                false);
    }

    private ServiceSpec broker(WorldFile world, WorldFile.Georegion georegion, int instance) {
        WorldFile.Broker broker = georegion.brokers().get(instance);
        WorldFile.CassandraNode cassandra = georegion.cassandra().get(0);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", HOST);
        settings.put("server.port", Integer.toString(ports.broker(instance)));
        settings.put("management.server.address", HOST);
        settings.put("management.server.port", Integer.toString(ports.brokerManagement(instance)));
        settings.put("fogg.georegion", georegion.name());
        settings.put("fogg.dc", broker.dc());
        settings.put("fogg.broker.name", broker.name());
        settings.put("fogg.broker.instance", Integer.toString(instance));
        settings.put("fogg.shards", Integer.toString(georegion.shards()));
        settings.put("fogg.cassandra.contact-points", cassandra.host() + ":" + cassandra.port());
        settings.put("fogg.cassandra.local-dc", cassandra.dc());
        settings.put("fogg.kafka.bootstrap", world.kafka().bootstrap());
        settings.put("fogg.admin.key-id", world.admin().keyId());
        return new ServiceSpec(
                broker.name(),
                Set.of(ServerKind.KAFKA, ServerKind.CASSANDRA),
                jar("broker-service"),
                jvm(512),
                settings,
                Map.of("FOGG_ADMIN_SECRETKEY", world.admin().secretKey()),
                URI.create(broker.managementUrl() + "/actuator/health/readiness"),
                false);
    }

    private ServiceSpec analytics(WorldFile world) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", HOST);
        settings.put("server.port", Integer.toString(ports.analytics()));
        settings.put("fogg.analytics.kafka-bootstrap", world.kafka().bootstrap());
        settings.put("fogg.analytics.elasticsearch-url", world.elasticsearch().url());
        settings.putAll(parts(world));
        return new ServiceSpec(
                ANALYTICS,
                Set.of(ServerKind.KAFKA, ServerKind.ELASTICSEARCH),
                jar("analytics"),
                jvm(128),
                settings,
                Map.of(),
                URI.create(world.analytics().url() + "/actuator/health/readiness"),
                true);
    }

    /** Whose health the page of analytics shows. */
    private Map<String, String> parts(WorldFile world) {
        Map<String, String> parts = new LinkedHashMap<>();
        String part = "fogg.analytics.parts.";
        for (WorldFile.Georegion georegion : world.georegions()) {
            for (WorldFile.Broker broker : georegion.brokers()) {
                parts.put(
                        part + broker.name(),
                        broker.managementUrl() + "/actuator/health/readiness");
            }
            for (WorldFile.CassandraNode node : georegion.cassandra()) {
                parts.put(
                        part + "cassandra-" + node.dc(),
                        "tcp://" + node.host() + ":" + node.port());
            }
        }
        parts.put(part + EXCHANGES, url(ports.exchanges()) + "/actuator/health/readiness");
        return parts;
    }

    private Path jar(String module) {
        return home.project()
                .resolve(module)
                .resolve("target")
                .resolve(module + "-" + VERSION + "-exec.jar");
    }

    private static List<String> jvm(int heapMiB) {
        List<String> options = new ArrayList<>(SMALL_JVM);
        options.add("-Xmx" + heapMiB + "m");
        return options;
    }

    private static String url(int port) {
        return "http://" + HOST + ":" + port;
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] key = new byte[bytes];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
