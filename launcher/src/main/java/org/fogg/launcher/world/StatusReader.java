package org.fogg.launcher.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fogg.stack.LocalStack;
import org.fogg.stack.ServerKind;
import org.fogg.stack.ServerState;
import org.fogg.stack.process.DetachedProcess;
import org.jspecify.annotations.Nullable;

/** Asks each part of a world how it is. */
final class StatusReader {

    private final Blueprint blueprint;
    private final ServiceRunner services;
    private final LocalStack stack;

    StatusReader(Blueprint blueprint, ServiceRunner services, LocalStack stack) {
        this.blueprint = blueprint;
        this.services = services;
        this.stack = stack;
    }

    private record Part(@Nullable Long pid, boolean healthy) {

        static final Part GONE = new Part(null, false);
    }

    StatusReport read(WorldFile world) {
        Map<String, Part> parts = new HashMap<>();
        for (ServiceSpec service : blueprint.services(world)) {
            parts.put(service.name(), part(service));
        }
        for (ServerState server : stack.status()) {
            parts.put(
                    server.name(),
                    server.running() ? new Part(server.pid(), server.healthy()) : Part.GONE);
        }
        Part kafka = parts.getOrDefault(ServerKind.KAFKA.id(), Part.GONE);
        Part analytics = parts.getOrDefault(Blueprint.ANALYTICS, Part.GONE);
        Part search = parts.getOrDefault(ServerKind.ELASTICSEARCH.id(), Part.GONE);
        return new StatusReport(
                parts.values().stream().allMatch(Part::healthy),
                world.georegions().stream().map(each -> georegion(world, each, parts)).toList(),
                world.exchanges().stream().map(each -> exchange(world, each, parts)).toList(),
                new StatusReport.Kafka(world.kafka().bootstrap(), kafka.pid(), kafka.healthy()),
                new StatusReport.Elasticsearch(
                        world.elasticsearch().url(), search.pid(), search.healthy()),
                new StatusReport.Analytics(
                        world.analytics().url(), analytics.pid(), analytics.healthy()));
    }

    private Part part(ServiceSpec service) {
        return services.find(service.name())
                .map(DetachedProcess::pid)
                .map(pid -> new Part(pid, services.isReady(service)))
                .orElse(Part.GONE);
    }

    private static StatusReport.Georegion georegion(
            WorldFile world, WorldFile.Georegion georegion, Map<String, Part> parts) {
        List<StatusReport.Broker> brokers =
                georegion.brokers().stream()
                        .map(
                                broker -> {
                                    Part part = parts.getOrDefault(broker.name(), Part.GONE);
                                    return new StatusReport.Broker(
                                            broker.name(),
                                            broker.dc(),
                                            broker.url(),
                                            part.pid(),
                                            part.healthy());
                                })
                        .toList();
        List<StatusReport.CassandraNode> nodes =
                georegion.cassandra().stream()
                        .map(
                                node -> {
                                    String name = Blueprint.cassandra(world, georegion, node);
                                    Part part = parts.getOrDefault(name, Part.GONE);
                                    return new StatusReport.CassandraNode(
                                            node.dc(),
                                            node.host(),
                                            node.port(),
                                            part.pid(),
                                            part.healthy());
                                })
                        .toList();
        return new StatusReport.Georegion(georegion.name(), brokers, nodes);
    }

    private static StatusReport.Exchange exchange(
            WorldFile world, WorldFile.Exchange exchange, Map<String, Part> parts) {
        Part part = parts.getOrDefault(Blueprint.exchanges(world, exchange.georegion()), Part.GONE);
        return new StatusReport.Exchange(
                exchange.name(), exchange.georegion(), exchange.url(), part.pid(), part.healthy());
    }
}
