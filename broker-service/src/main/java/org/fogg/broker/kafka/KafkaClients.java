package org.fogg.broker.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes Kafka clients with the settings that each use needs. Thread-safe. */
public final class KafkaClients {

    /** How long a member of the orders group may be silent before its shards go to others. */
    private static final int SESSION_MS = 6000;

    /** Also how long the others take to notice that a member has left. */
    private static final int HEARTBEAT_MS = 150;

    private static final int RECONNECT_MOST_MS = 500;

    private final String bootstrap;
    private final String name;

    /**
     * @param bootstrap where to find Kafka
     * @param name this broker's name, unique in its georegion
     */
    public KafkaClients(String bootstrap, String name) {
        this.bootstrap = bootstrap;
        this.name = name;
    }

    private Map<String, Object> common(String use) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, name + "-" + use);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MOST_MS);
        return settings;
    }

    /** For topics and for asking whether Kafka is there. */
    public Admin admin() {
        Map<String, Object> settings = common("admin");
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5000);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        return Admin.create(settings);
    }

    /**
     * A durable producer that sends at once.
     *
     * @param deliveryMs within which a send has succeeded or failed
     * @param blockMs longest time that send itself may block
     */
    public Producer<byte[], byte[]> producer(String use, int deliveryMs, int blockMs) {
        return producer(use, deliveryMs, blockMs, 0);
    }

    /**
     * A durable producer.
     *
     * @param deliveryMs within which a send has succeeded or failed
     * @param blockMs longest time that send itself may block
     * @param lingerMs how long a record may wait for others to go with it
     */
    public Producer<byte[], byte[]> producer(
            String use, int deliveryMs, int blockMs, int lingerMs) {
        Map<String, Object> settings = common(use);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMs);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, blockMs);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(deliveryMs, 5000));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMs);
        // Topics that rest for a while must not cost a metadata round trip on the hot path.
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, 3_600_000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A consumer outside any group, which says itself what it reads. */
    public Consumer<byte[], byte[]> reader(String use) {
        Map<String, Object> settings = common(use);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return consumer(settings);
    }

    /**
     * The member of the group whose partitions are this instance's shards. It has a fixed id, so
     * that an instance that comes back soon has its shards at once.
     */
    public Consumer<byte[], byte[]> member(String group) {
        Map<String, Object> settings = common("orders");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return consumer(settings);
    }

    /** A member of a group that reads everything from the oldest record on, and commits itself. */
    public Consumer<byte[], byte[]> follower(String group) {
        Map<String, Object> settings = common(group);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return consumer(settings);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Settings of a group that gathers ticks in large steps, where a second late is soon enough.
     */
    public Map<String, Object> gatheringGroup(String group) {
        Map<String, Object> settings = common("statistics");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 256 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1000);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return settings;
    }
}
