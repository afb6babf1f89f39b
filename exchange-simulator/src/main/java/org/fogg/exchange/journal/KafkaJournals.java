package org.fogg.exchange.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fogg.contracts.Topics;
import org.fogg.exchange.kafka.KafkaSettings;
import org.fogg.exchange.kafka.TopicCreator;
import org.fogg.exchange.message.MalformedMessageException;
import org.fogg.exchange.message.Records;

/** Journals in Kafka, one topic for each exchange. */
public final class KafkaJournals implements Journals {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long STUCK_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int FETCH_BYTES = 4 << 20;
    private static final int API_TIMEOUT_MS = 5_000;

    private final KafkaSettings kafka;
    private final Duration durableWithin;

    /**
     * Connects only when a journal is opened.
     *
     * @param durableWithin how long a record may take to be durable before the journal has failed,
     *     300 ms or more
     */
    public KafkaJournals(KafkaSettings kafka, Duration durableWithin) {
        this.kafka = kafka;
        this.durableWithin = durableWithin;
    }

    @Override
    public Journal open(String exchangeCode, JournalReader reader)
            throws JournalUnavailableException {
        Topics.Topic topic = Topics.exchangeJournal(exchangeCode);
        try {
            TopicCreator.ensure(kafka, List.of(topic));
            long end = read(new TopicPartition(topic.name(), 0), reader);
            return new KafkaJournal(kafka.bootstrap(), topic.name(), end, durableWithin);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new JournalUnavailableException(topic.name() + " cannot be read: " + e);
        }
    }

    private long read(TopicPartition partition, JournalReader reader)
            throws JournalUnavailableException {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            List<TopicPartition> one = List.of(partition);
            consumer.assign(one);
            long start = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
            if (start != 0) {
                throw new IllegalStateException(
                        partition.topic() + " has lost all records below offset " + start);
            }
            long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
            consumer.seek(partition, 0);
            long next = 0;
            long progressAt = System.nanoTime();
            while (next < end) {
                for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(POLL)) {
                    deliver(polled, reader);
                    progressAt = System.nanoTime();
                }
                next = consumer.position(partition);
                if (System.nanoTime() - progressAt > STUCK_NANOS) {
                    throw new JournalUnavailableException(
                            partition.topic() + " stopped answering at offset " + next);
                }
            }
            return next;
        }
    }

    private static void deliver(ConsumerRecord<byte[], byte[]> polled, JournalReader reader) {
        try {
            reader.onRecord(Records.decode(polled.value()), polled.value());
        } catch (MalformedMessageException e) {
            throw new IllegalStateException(
                    polled.topic() + " is damaged at offset " + polled.offset(), e);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrap(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                API_TIMEOUT_MS);
    }
}
