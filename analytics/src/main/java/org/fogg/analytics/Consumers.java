package org.fogg.analytics;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Makes Kafka consumers: what they read, in which steps, and how patient they are. */
final class Consumers {

    static final String LISTINGS = "listings";
    static final String ORDER_EVENTS = "order-events";
    static final String TICKERS = "tickers";

    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LONGEST_RETRY_MILLIS = 5_000;
    private static final int GATHERED_BYTES = 256 * 1024;
    private static final int METADATA_MILLIS = 5_000;

    private final AnalyticsProperties properties;

    Consumers(AnalyticsProperties properties) {
        this.properties = properties;
    }

    /** The topics of that kind, of all georegions that are read. */
    Pattern topics(String kind) {
        String georegions =
                properties.georegions().isEmpty()
                        ? ".*"
                        : '(' + String.join("|", properties.georegions()) + ')';
        return Pattern.compile(Pattern.quote(kind + '.') + georegions);
    }

    /** A container that reads all listings at every start: its group is new and kept nowhere. */
    ConcurrentMessageListenerContainer<byte[], byte[]> fromTheStart(String kind, Object listener) {
        return container(
                topics(kind),
                listener,
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        properties.group() + ".listings." + UUID.randomUUID()));
    }

    /**
     * A container that goes on where its group was, and reads in large steps: a fetch for every
     * record would cost Kafka more than the trading.
     *
     * @param waitMillis how long a fetch waits for more
     */
    ConcurrentMessageListenerContainer<byte[], byte[]> gathering(
            String kind, Object listener, String group, int waitMillis) {
        return container(
                topics(kind),
                listener,
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        GATHERED_BYTES,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        waitMillis));
    }

    /** A consumer without a group. */
    Consumer<byte[], byte[]> alone() {
        Map<String, Object> settings = settings();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafkaBootstrap());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batchSize());
        // New georegions are found within this time.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        return settings;
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container(
            Pattern topics, Object listener, Map<String, Object> more) {
        Map<String, Object> consumer = settings();
        consumer.putAll(more);
        ContainerProperties container = new ContainerProperties(topics);
        container.setMessageListener(listener);
        ConcurrentMessageListenerContainer<byte[], byte[]> result =
                new ConcurrentMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(
                                consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                        container);
        result.setCommonErrorHandler(new DefaultErrorHandler(patience()));
        return result;
    }

    private static ExponentialBackOff patience() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_RETRY_MILLIS);
        return backOff;
    }
}
