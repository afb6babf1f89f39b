package org.fogg.trader.bench;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the file in which a running world is described. */
final class WorldFile {

    private WorldFile() {}

    /**
     * The world of a file, without distances; clients' records go to the folder {@code clients}
     * beside it.
     *
     * @throws IllegalArgumentException when it is not such a file
     */
    static BenchTarget read(Path file) {
        JsonNode world;
        try {
            world = JsonMapper.builder().build().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("--world " + file + " cannot be read: " + e, e);
        }
        List<BenchTarget.Georegion> georegions = new ArrayList<>();
        world.path("georegions").forEach(g -> georegions.add(georegion(g)));
        List<BenchTarget.Exchange> exchanges = new ArrayList<>();
        world.path("exchanges")
                .forEach(
                        e ->
                                exchanges.add(
                                        new BenchTarget.Exchange(
                                                text(e, "name"),
                                                text(e, "georegion"),
                                                URI.create(text(e, "url")),
                                                0)));
        if (georegions.isEmpty() || exchanges.isEmpty()) {
            throw new IllegalArgumentException(
                    "--world " + file + " has no georegions or no exchanges");
        }
        return new BenchTarget(
                georegions,
                exchanges,
                text(world.path("kafka"), "bootstrap"),
                new BenchTarget.Administrator(
                        text(world.path("admin"), "key_id"),
                        text(world.path("admin"), "secret_key")),
                file.toAbsolutePath().resolveSibling("clients"));
    }

    private static BenchTarget.Georegion georegion(JsonNode json) {
        List<URI> brokers = new ArrayList<>();
        json.path("brokers").forEach(b -> brokers.add(URI.create(text(b, "url"))));
        List<InetSocketAddress> cassandra = new ArrayList<>();
        json.path("cassandra")
                .forEach(
                        c ->
                                cassandra.add(
                                        new InetSocketAddress(
                                                text(c, "host"), c.path("port").asInt())));
        return new BenchTarget.Georegion(
                text(json, "name"),
                brokers,
                cassandra,
                text(json.path("cassandra").path(0), "dc"),
                BenchTarget.TraderDistance.NONE);
    }

    private static String text(JsonNode json, String field) {
        String text = json.path(field).asString("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("--world lacks " + field);
        }
        return text;
    }
}
