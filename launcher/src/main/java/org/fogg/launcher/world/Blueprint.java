package org.fogg.launcher.world;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fogg.stack.CassandraSpec;
import org.fogg.stack.ElasticsearchSpec;
import org.fogg.stack.KafkaSpec;
import org.fogg.stack.ServerKind;
import org.fogg.stack.ServerSpec;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasFile;
import org.fogg.world.DataCentre;
import org.fogg.world.ExchangeListing;

/** What a world consists of: the one list of its parts, with where each of them is. */
final class Blueprint {

    /** The process that hosts a georegion's exchanges, where one georegion runs. */
    private static final String EXCHANGES = "exchanges";

    /** The name of the analytics service. */
    static final String ANALYTICS = "analytics";

    private static final String HOST = "127.0.0.1";
    private static final String ADDRESSES = "127.0.0.";
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

    private static final int CASSANDRA_HEAP_MIB = 512;
    private static final int BROKER_HEAP_MIB = 512;

    /** Where several georegions share the memory. */
    private static final int SMALL_HEAP_MIB = 384;

    private final WorldHome home;
    private final Ports ports;
    private final Atlas atlas = AtlasFile.builtIn();
    private final Wan wan = new Wan(atlas);

    Blueprint(WorldHome home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** Describes a new world, with new keys. */
    WorldFile describe(WorldSettings settings, SecureRandom random) {
        List<WorldFile.Georegion> georegions = new ArrayList<>();
        List<WorldFile.Exchange> exchanges = new ArrayList<>();
        for (int g = 0; g < settings.georegions().size(); g++) {
            String name = settings.georegions().get(g);
            String hosts = url(ports.exchanges(g)) + "/exchanges/";
            for (ExchangeListing listed : atlas.exchangesOf(name)) {
                exchanges.add(new WorldFile.Exchange(listed.code(), name, hosts + listed.code()));
            }
            georegions.add(georegion(settings, g, name));
        }
        return new WorldFile(
                georegions,
                exchanges,
                new WorldFile.Kafka(HOST + ":" + ports.kafka()),
                new WorldFile.Elasticsearch(url(ports.elasticsearch())),
                new WorldFile.Analytics(url(ports.analytics())),
                new WorldFile.Admin(
                        "FA" + hex(random, KEY_BYTES).toUpperCase(Locale.ROOT),
                        hex(random, SECRET_BYTES)),
                new WorldFile.Brokers(hex(random, SECRET_BYTES)),
                settings);
    }

    private WorldFile.Georegion georegion(WorldSettings settings, int number, String name) {
        List<WorldFile.Broker> brokers = new ArrayList<>();
        List<WorldFile.CassandraNode> nodes = new ArrayList<>();
        List<DataCentre> dcs = atlas.georegion(name).dataCentres().subList(0, settings.dcs());
        for (DataCentre dc : dcs) {
            for (int i = 0; i < settings.brokers(); i++) {
                int instance = brokers.size();
                brokers.add(
                        new WorldFile.Broker(
                                name + "-" + (instance + 1),
                                dc.name(),
                                url(ports.broker(number, instance)),
                                url(ports.brokerManagement(number, instance))));
            }
            int address = number * settings.dcs() + nodes.size() + 1;
            nodes.add(
                    new WorldFile.CassandraNode(dc.name(), ADDRESSES + address, ports.cassandra()));
        }
        return new WorldFile.Georegion(name, WorldSettings.SHARDS, brokers, nodes);
    }

    /** The name of the process that hosts a georegion's exchanges. */
    static String exchanges(WorldFile world, String georegion) {
        return part(EXCHANGES, world, georegion);
    }

    /** The name of a Cassandra node: by its data centre where a georegion has two. */
    static String cassandra(
            WorldFile world, WorldFile.Georegion georegion, WorldFile.CassandraNode node) {
        String kind = ServerKind.CASSANDRA.id();
        return georegion.cassandra().size() > 1
                ? kind + '-' + node.dc()
                : part(kind, world, georegion.name());
    }

    private static String part(String kind, WorldFile world, String georegion) {
        return isShared(world) ? kind + '-' + georegion : kind;
    }

    private static boolean isShared(WorldFile world) {
        return world.georegions().size() > 1;
    }

    /** Whether more than one Cassandra node shares the memory. */
    private static boolean isSmall(WorldFile world) {
        return nodes(world).size() > 1;
    }

    private static List<WorldFile.CassandraNode> nodes(WorldFile world) {
        return world.georegions().stream().flatMap(each -> each.cassandra().stream()).toList();
    }

    /** The servers that are not Fogg's own. */
    List<ServerSpec> servers(WorldFile world) {
        List<ServerSpec> servers = new ArrayList<>();
        for (WorldFile.Georegion georegion : world.georegions()) {
            for (WorldFile.CassandraNode node : georegion.cassandra()) {
                servers.add(server(world, georegion, node));
            }
        }
        servers.add(
                KafkaSpec.single()
                        .withPorts(
                                Map.of(
                                        "client", ports.kafka(),
                                        "controller", ports.kafkaController())));
        servers.add(
                ElasticsearchSpec.single()
                        .withPorts(
                                Map.of(
                                        "client", ports.elasticsearch(),
                                        "transport", ports.elasticsearchTransport())));
        return List.copyOf(servers);
    }

    /** The first node is the seed of all: it starts first, the others join it. */
    private CassandraSpec server(
            WorldFile world, WorldFile.Georegion georegion, WorldFile.CassandraNode node) {
        List<WorldFile.CassandraNode> nodes = nodes(world);
        String name = cassandra(world, georegion, node);
        return CassandraSpec.node(name, node.host(), node.dc(), seeds(georegion, nodes))
                .withHeapMb(isSmall(world) ? SMALL_HEAP_MIB : CASSANDRA_HEAP_MIB)
                .withPorts(
                        Map.of(
                                "client", node.port(),
                                "storage", ports.cassandraStorage(),
                                "jmx", ports.cassandraJmx(nodes.indexOf(node))));
    }

    /** In a pair either node starts while the other is away, so both are seeds, after the first. */
    private static List<String> seeds(
            WorldFile.Georegion georegion, List<WorldFile.CassandraNode> nodes) {
        List<String> seeds = new ArrayList<>(List.of(nodes.get(0).host()));
        if (georegion.cassandra().size() > 1) {
            georegion.cassandra().stream()
                    .map(WorldFile.CassandraNode::host)
                    .filter(host -> !seeds.contains(host))
                    .forEach(seeds::add);
        }
        return seeds;
    }

    /** Fogg's own services, in the order in which they are started; they are stopped backwards. */
    List<ServiceSpec> services(WorldFile world) {
        List<ServiceSpec> services = new ArrayList<>();
        for (int g = 0; g < world.georegions().size(); g++) {
            services.add(exchanges(world, g));
            for (int i = 0; i < world.georegions().get(g).brokers().size(); i++) {
                services.add(broker(world, g, i));
            }
        }
        services.add(analytics(world));
        return List.copyOf(services);
    }

    private ServiceSpec exchanges(WorldFile world, int number) {
        WorldFile.Georegion georegion = world.georegions().get(number);
        WorldSettings wanted = world.settings();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", HOST);
        settings.put("server.port", Integer.toString(ports.exchanges(number)));
        settings.put("fogg.georegion", georegion.name());
        settings.put("fogg.kafka.bootstrap", world.kafka().bootstrap());
        settings.put("fogg.exchange.prices", wanted.prices());
        settings.put("fogg.exchange.price-georegions", names(world));
        settings.put("fogg.exchange.replay-seconds", Integer.toString(wanted.replaySeconds()));
        settings.put("fogg.exchange.ticks-per-second", Integer.toString(ticks(world)));
        settings.put("fogg.exchange.seed", Long.toString(wanted.seed()));
        settings.put("fogg.exchange.url-host", HOST);
        return new ServiceSpec(
                exchanges(world, georegion.name()),
                Set.of(ServerKind.KAFKA),
                jar("exchange-simulator"),
                jvm(192),
                settings,
                Map.of(),
                URI.create(url(ports.exchanges(number)) + "/actuator/health"),
                false);
    }

    private static String names(WorldFile world) {
        return world.georegions().stream()
                .map(WorldFile.Georegion::name)
                .collect(Collectors.joining(","));
    }

    /** A georegion's share of the world's price changes, above 0 where there are any. */
    private static int ticks(WorldFile world) {
        int all = world.settings().ticksPerSecond();
        return all == 0 ? 0 : Math.max(1, all / world.georegions().size());
    }

    private ServiceSpec broker(WorldFile world, int number, int instance) {
        WorldFile.Georegion georegion = world.georegions().get(number);
        WorldFile.Broker broker = georegion.brokers().get(instance);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", HOST);
        settings.put("server.port", Integer.toString(ports.broker(number, instance)));
        settings.put("management.server.address", HOST);
        settings.put(
                "management.server.port",
                Integer.toString(ports.brokerManagement(number, instance)));
        settings.put("fogg.georegion", georegion.name());
        settings.put("fogg.dc", broker.dc());
        settings.put("fogg.broker.name", broker.name());
        settings.put("fogg.broker.instance", Integer.toString(instance));
        settings.put("fogg.shards", Integer.toString(georegion.shards()));
        settings.put(
                "fogg.cassandra.contact-points",
                georegion.cassandra().stream()
                        .map(node -> node.host() + ":" + node.port())
                        .collect(Collectors.joining(",")));
        settings.put("fogg.cassandra.local-dc", broker.dc());
        if (georegion.cassandra().size() > 1) {
            settings.putAll(pair(world, georegion, broker));
        }
        settings.put("fogg.cassandra.global-replication", everywhere(world));
        for (WorldFile.Georegion other : world.georegions()) {
            if (!other.equals(georegion)) {
                settings.put("fogg.foreign." + other.name(), urls(other));
            }
        }
        settings.putAll(wan.settings(world, georegion.name(), broker.dc()));
        settings.put("fogg.kafka.bootstrap", world.kafka().bootstrap());
        settings.put("fogg.admin.key-id", world.admin().keyId());
        return new ServiceSpec(
                broker.name(),
                Set.of(ServerKind.KAFKA, ServerKind.CASSANDRA),
                jar("broker-service"),
                jvm(isSmall(world) ? SMALL_HEAP_MIB : BROKER_HEAP_MIB),
                settings,
                Map.of(
                        "FOGG_ADMIN_SECRETKEY", world.admin().secretKey(),
                        "FOGG_BROKERS_SECRETKEY", world.brokers().secretKey()),
                URI.create(broker.managementUrl() + "/actuator/health/readiness"),
                false);
    }

    private static Map<String, String> pair(
            WorldFile world, WorldFile.Georegion georegion, WorldFile.Broker broker) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fogg.cassandra.replication", inEach(georegion.cassandra()));
        settings.put(
                "fogg.pair.dcs",
                georegion.cassandra().stream()
                        .map(WorldFile.CassandraNode::dc)
                        .collect(Collectors.joining(",")));
        settings.put(
                "fogg.pair.other-brokers",
                georegion.brokers().stream()
                        .filter(each -> !each.dc().equals(broker.dc()))
                        .map(WorldFile.Broker::url)
                        .collect(Collectors.joining(",")));
        settings.put(
                "fogg.pair.durability",
                world.settings().durability().name().toLowerCase(Locale.ROOT));
        return settings;
    }

    /** One copy of the reference data in every data centre. */
    private static String everywhere(WorldFile world) {
        return inEach(nodes(world));
    }

    private static String inEach(List<WorldFile.CassandraNode> nodes) {
        return nodes.stream()
                .map(node -> ", '" + node.dc() + "': 1")
                .distinct()
                .collect(Collectors.joining("", "{'class': 'NetworkTopologyStrategy'", "}"));
    }

    private static String urls(WorldFile.Georegion georegion) {
        return georegion.brokers().stream()
                .map(WorldFile.Broker::url)
                .collect(Collectors.joining(","));
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
        for (int g = 0; g < world.georegions().size(); g++) {
            WorldFile.Georegion georegion = world.georegions().get(g);
            parts.put(
                    part + exchanges(world, georegion.name()),
                    url(ports.exchanges(g)) + "/actuator/health/readiness");
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
