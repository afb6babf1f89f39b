package org.fogg.audit.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics; belongs to no consumer group and leaves no trace. Not thread-safe. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A fetch beyond a topic's end holds back the next topic's for so long. */
    private static final int LONGEST_FETCH_MS = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * Connects to Kafka.
     *
     * @param bootstrap its address, host:port
     */
    public TopicReader(String bootstrap) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                "false",
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                "false",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                LONGEST_FETCH_MS,
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                (int) TIMEOUT.toMillis()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    /**
     * Reads every record of a topic up to the end it has now, each partition in its order. A topic
     * that does not exist has none.
     *
     * @throws TimeoutException when Kafka stops answering before the end
     */
    public void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        List<TopicPartition> all =
                partitions.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        consumer.assign(all);
        consumer.seekToBeginning(all);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                TopicPartition partition = new TopicPartition(topic, record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L)) {
                    reader.accept(record);
                }
            }
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + TIMEOUT.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka gave nothing more of " + topic);
            }
        }
    }

    /** The offset after the last record of each partition; none where there is no such topic. */
    public Map<Integer, Long> ends(String topic) {
        List<TopicPartition> all =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(all).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
