package org.fogg.exchange.journal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as a Kafka topic of one partition.
 *
 * <p>A single writer's records lie at consecutive offsets. An acknowledgement for any other offset
 * means that someone else wrote, such as a former life of this exchange whose last record arrived
 * late; then this writer stops before it answers anything that may contradict that record.
 */
final class KafkaJournal implements Journal {

    private static final int BUFFER_BYTES = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(KafkaJournal.class);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    // Only touched by the producer's one callback thread.
    private long nextOffset;
    private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);

    KafkaJournal(String bootstrapServers, String topic, long nextOffset, Duration durableWithin) {
        this(
                new KafkaProducer<>(
                        settings(bootstrapServers, topic, (int) durableWithin.toMillis())),
                topic,
                nextOffset);
    }

    KafkaJournal(Producer<byte[], byte[]> producer, String topic, long nextOffset) {
        this.producer = producer;
        this.topic = topic;
        this.nextOffset = nextOffset;
    }

    private static Map<String, Object> settings(
            String bootstrapServers, String topic, int durableWithinMillis) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                topic,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                durableWithinMillis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                durableWithinMillis * 2 / 3,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                durableWithinMillis / 3,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_BYTES);
    }

    @Override
    public CompletableFuture<Void> append(byte[] encoded) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        latest = durable;
        Throwable failed = failure.get();
        if (failed != null) {
            durable.completeExceptionally(failed);
            return durable;
        }
        try {
            producer.send(
                    new ProducerRecord<>(topic, 0, null, encoded),
                    (metadata, error) -> acknowledge(durable, metadata, error));
        } catch (KafkaException e) {
            fail(e);
            durable.completeExceptionally(e);
        }
        return durable;
    }

    private void acknowledge(
            CompletableFuture<Void> durable,
            @Nullable RecordMetadata metadata,
            @Nullable Exception error) {
        if (error != null) {
            fail(error);
        } else if (metadata != null && metadata.offset() != nextOffset) {
            fail(
                    new IllegalStateException(
                            topic
                                    + " has another writer: offset "
                                    + metadata.offset()
                                    + " instead of "
                                    + nextOffset));
        }
        Throwable failed = failure.get();
        if (failed == null) {
            nextOffset++;
            durable.complete(null);
        } else {
            durable.completeExceptionally(failed);
        }
    }

    @Override
    public CompletableFuture<Void> latest() {
        return latest;
    }

    @Override
    public void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
            LOG.warn(
                    "{} cannot be written, starting over from what it holds: {}",
                    topic,
                    cause.toString());
        }
    }

    @Override
    public boolean hasFailed() {
        return failure.get() != null;
    }

    @Override
    public void close() {
        failure.compareAndSet(null, new IllegalStateException(topic + " was closed"));
        producer.close(Duration.ZERO);
    }
}
