package org.fogg.broker.shard;

import java.util.List;

/** What the execution side can say about itself, for health and readiness. Thread-safe. */
public interface ShardHealth {

    /** How it stands now. */
    Status status();

    /**
     * How the execution side stands.
     *
     * @param owned shards this instance decides for
     * @param recovering shards assigned to it that are not ready yet, with what they wait for
     * @param loggedOn codes of the exchanges that every owned shard has logged on to
     * @param unreachable codes of the exchanges that do not answer
     * @param listingsLoaded whether exchanges and stocks are known
     * @param kafkaReachable whether Kafka answered lately
     * @param cassandraReachable whether Cassandra answered lately
     * @param keptAside records that could not be decoded and were kept aside since start
     */
    record Status(
            List<Integer> owned,
            List<String> recovering,
            List<String> loggedOn,
            List<String> unreachable,
            boolean listingsLoaded,
            boolean kafkaReachable,
            boolean cassandraReachable,
            long keptAside) {

        /**
         * Whether commands are decided here or wherever their shard is, as far as this one knows.
         */
        public boolean isReady() {
            return recovering.isEmpty() && listingsLoaded && kafkaReachable && cassandraReachable;
        }
    }
}
