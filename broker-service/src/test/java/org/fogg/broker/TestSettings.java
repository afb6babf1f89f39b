package org.fogg.broker;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fogg.broker.home.HomeSettings;
import org.fogg.broker.snapshot.SnapshotSettings;
import org.fogg.core.engine.TradingLimits;
import org.fogg.ticker.wan.Distances;

/**
 * How the tests set up execution sides on real servers: patient, for a busy machine is no outage.
 */
final class TestSettings {

    static final int SHARDS = 4;

    /** So many that no test comes to one. */
    static final SnapshotSettings NO_SNAPSHOTS = new SnapshotSettings(1_000_000, false);

    private static final TradingLimits LIMITS =
            new TradingLimits(100_000_000_0000L, 1_000_000, 100_000, 10_000, 500, 0);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int MOST_COMMANDS = 1000;

    private TestSettings() {}

    /** Where the servers are. */
    record At(InetSocketAddress cassandra, String localDc, String kafka) {}

    static ExecutionSettings of(
            String georegion, int instance, At servers, SnapshotSettings snapshots) {
        String replication = "{'class': 'NetworkTopologyStrategy', '" + servers.localDc() + "': 1}";
        return new ExecutionSettings(
                georegion,
                instance,
                SHARDS,
                List.of(servers.cassandra()),
                servers.localDc(),
                replication,
                replication,
                Map.of(),
                Map.of(),
                ANSWER_WITHIN,
                servers.kafka(),
                (short) 1,
                LIMITS,
                MOST_COMMANDS,
                MOST_COMMANDS,
                ANSWER_WITHIN,
                snapshots,
                Distances.NONE,
                HomeSettings.alone(servers.localDc()));
    }
}
