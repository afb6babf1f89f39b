package org.fogg.broker;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fogg.broker.home.HomeSettings;
import org.fogg.broker.snapshot.SnapshotSettings;
import org.fogg.core.engine.TradingLimits;
import org.fogg.ticker.wan.Distances;

/**
 * What the execution side needs to know. Whoever reads the configuration has checked it.
 *
 * @param georegion name of the georegion, e.g. {@code europe}
 * @param instance this broker's number, which is its partition of the answers topic
 * @param shards the georegion's fixed number of shards, above 0
 * @param cassandraContactPoints where to find Cassandra
 * @param cassandraLocalDc the data centre whose nodes are asked
 * @param cassandraReplication CQL map with which keyspaces are made where they are absent
 * @param globalReplication the same for the keyspace of all georegions
 * @param foreign the other georegions that run, each with the bases of its brokers' REST APIs
 * @param brokerKey headers by which brokers know each other
 * @param cassandraAnswerWithin how long it may take for what a request needs
 * @param kafkaBootstrap where to find Kafka
 * @param kafkaReplication replication factor of topics that are made where they are absent
 * @param limits pre-trade limits
 * @param maxInFlight most commands that wait for their answer at once; more are refused
 * @param maxPerShard the same for commands of one shard
 * @param answerWithin how long a command waits for its answer
 * @param snapshots when snapshots are made
 * @param distances what messages are held back for
 * @param home the georegion's data centres
 */
public record ExecutionSettings(
        String georegion,
        int instance,
        int shards,
        List<InetSocketAddress> cassandraContactPoints,
        String cassandraLocalDc,
        String cassandraReplication,
        String globalReplication,
        Map<String, List<URI>> foreign,
        Map<String, String> brokerKey,
        Duration cassandraAnswerWithin,
        String kafkaBootstrap,
        short kafkaReplication,
        TradingLimits limits,
        int maxInFlight,
        int maxPerShard,
        Duration answerWithin,
        SnapshotSettings snapshots,
        Distances distances,
        HomeSettings home) {

    public ExecutionSettings {
        cassandraContactPoints = List.copyOf(cassandraContactPoints);
        foreign = Map.copyOf(foreign);
        brokerKey = Map.copyOf(brokerKey);
    }

    /** Without the key, which must not reach a log. */
    @Override
    public String toString() {
        return "ExecutionSettings[" + georegion + "-" + instance + "]";
    }
}
