package org.fogg.broker.shard;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.fogg.broker.probe.Presence;
import org.jspecify.annotations.Nullable;

/** Asks Kafka and Cassandra now and then whether they are there. Thread-safe. */
public final class Reachability {

    private static final long EVERY_MS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final SimpleStatement PROBE =
            SimpleStatement.builder("SELECT key FROM system.local")
                    .setTimeout(PATIENCE)
                    .setIdempotence(true)
                    .build();

    private final CqlSession session;
    private final Admin admin;
    private final Presence kafka = new Presence();
    private final Presence cassandra = new Presence();

    /** Over connections that may come and go. */
    public Reachability(CqlSession session, Admin admin) {
        this.session = session;
        this.admin = admin;
    }

    /** Begins to ask, on threads of the clients. */
    public void start(ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(this::ask, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        session.executeAsync(PROBE).whenComplete((row, failure) -> note(cassandra, failure));
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        CompletionStage<String> id = admin.describeCluster(options).clusterId().toCompletionStage();
        id.whenComplete((name, failure) -> note(kafka, failure));
    }

    private static void note(Presence part, @Nullable Throwable failure) {
        if (failure == null) {
            part.answered();
        } else {
            part.missed();
        }
    }

    /** Whether Kafka answered one of the last two probes. */
    public boolean isKafkaThere() {
        return kafka.isThere();
    }

    /** Whether Cassandra answered one of the last two probes. */
    public boolean isCassandraThere() {
        return cassandra.isThere();
    }
}
