package org.fogg.launcher.command;

import java.util.Locale;
import org.fogg.launcher.world.StatusReport;
import org.fogg.launcher.world.WorldFile;
import org.jspecify.annotations.Nullable;

/** A world as a table for people. */
final class WorldText {

    private static final String ROW = "%-16s %-9s %8s  %s%n";

    private WorldText() {}

    /** Where a client goes. */
    static String urls(WorldFile world) {
        StringBuilder text = new StringBuilder();
        for (WorldFile.Georegion georegion : world.georegions()) {
            for (WorldFile.Broker broker : georegion.brokers()) {
                line(text, broker.name(), broker.url() + "/v2");
                line(text, "  API page", broker.url() + "/swagger-ui");
                line(text, "  metrics", broker.managementUrl() + "/actuator/prometheus");
            }
        }
        for (WorldFile.Exchange exchange : world.exchanges()) {
            line(text, exchange.name(), exchange.url());
        }
        line(text, "elasticsearch", world.elasticsearch().url());
        line(text, "analytics", world.analytics().url());
        text.append("Make a trader with: fogg trader create --georegion ")
                .append(world.georegions().get(0).name());
        return text.toString();
    }

    /** What runs. */
    static String status(StatusReport status) {
        StatusReport.Kafka kafka = status.kafka();
        StatusReport.Elasticsearch search = status.elasticsearch();
        StatusReport.Analytics analytics = status.analytics();
        if (kafka == null || search == null || analytics == null) {
            return "Nothing is running.";
        }
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, ROW, "PART", "HEALTH", "PID", "WHERE"));
        for (StatusReport.Georegion georegion : status.georegions()) {
            for (StatusReport.CassandraNode node : georegion.cassandra()) {
                row(
                        text,
                        "cassandra",
                        node.healthy(),
                        node.pid(),
                        node.host() + ":" + node.port() + " (" + node.dc() + ")");
            }
            for (StatusReport.Broker broker : georegion.brokers()) {
                row(text, broker.name(), broker.healthy(), broker.pid(), broker.url());
            }
        }
        for (StatusReport.Exchange exchange : status.exchanges()) {
            row(text, exchange.name(), exchange.healthy(), exchange.pid(), exchange.url());
        }
        row(text, "kafka", kafka.healthy(), kafka.pid(), kafka.bootstrap());
        row(text, "elasticsearch", search.healthy(), search.pid(), search.url());
        row(text, "analytics", analytics.healthy(), analytics.pid(), analytics.url());
        text.append(status.ready() ? "Ready." : "Not ready.");
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String where) {
        text.append(String.format(Locale.ROOT, "%-16s %s%n", name, where));
    }

    private static void row(
            StringBuilder text, String name, boolean healthy, @Nullable Long pid, String where) {
        text.append(
                String.format(
                        Locale.ROOT,
                        ROW,
                        name,
                        healthy ? "healthy" : pid == null ? "gone" : "unwell",
                        pid == null ? "-" : pid,
                        where));
    }
}
