package org.fogg.broker.shard;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

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
    private volatile boolean kafka = true;
    private volatile boolean cassandra = true;

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
        session.executeAsync(PROBE).whenComplete((row, failure) -> cassandra = failure == null);
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        CompletionStage<String> id = admin.describeCluster(options).clusterId().toCompletionStage();
        id.whenComplete((name, failure) -> kafka = failure == null);
    }

    /** Whether Kafka answered lately. */
    public boolean isKafkaThere() {
        return kafka;
    }

    /** Whether Cassandra answered lately. */
    public boolean isCassandraThere() {
        return cassandra;
    }
}
