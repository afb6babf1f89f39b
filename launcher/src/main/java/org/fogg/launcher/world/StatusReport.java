package org.fogg.launcher.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs, where, healthy or not; healthy always means that it answered a real request just now.
 * A pid is null where the process is gone. The servers are null where no world runs.
 *
 * @param ready whether every part is healthy
 */
public record StatusReport(
        boolean ready,
        List<Georegion> georegions,
        List<Exchange> exchanges,
        @Nullable Kafka kafka,
        @Nullable Elasticsearch elasticsearch,
        @Nullable Analytics analytics) {

    /** What is reported where no world runs. */
    static final StatusReport NOTHING =
            new StatusReport(false, List.of(), List.of(), null, null, null);

    /** Whether there is a world at all. */
    public boolean nothingRuns() {
        return kafka == null;
    }

    /** A georegion. */
    public record Georegion(String name, List<Broker> brokers, List<CassandraNode> cassandra) {}

    /** A broker instance. */
    public record Broker(String name, String dc, String url, @Nullable Long pid, boolean healthy) {}

    /** A Cassandra node. */
    public record CassandraNode(
            String dc, String host, int port, @Nullable Long pid, boolean healthy) {}

    /** An exchange; all of a georegion share one process. */
    public record Exchange(
            String name, String georegion, String url, @Nullable Long pid, boolean healthy) {}

    /** Kafka. */
    public record Kafka(String bootstrap, @Nullable Long pid, boolean healthy) {}

    /** Elasticsearch. */
    public record Elasticsearch(String url, @Nullable Long pid, boolean healthy) {}

    /** The analytics service; its URL is its page. */
    public record Analytics(String url, @Nullable Long pid, boolean healthy) {}
}
