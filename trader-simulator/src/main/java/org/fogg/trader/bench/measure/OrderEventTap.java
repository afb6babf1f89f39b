package org.fogg.trader.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the order events of one or more georegions from its start on, on a thread of its own. It
 * fetches seldom and much: the events carry their own times, so nothing is measured here.
 */
public final class OrderEventTap implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration START = Duration.ofSeconds(20);
    private static final int FETCH_WAIT_MS = 200;
    private static final int FETCH_BYTES = 1 << 18;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final NewsReader reader;
    private final Consumer<List<OrderNews>> listener;
    private final AtomicReference<@Nullable CompletableFuture<Void>> catchUp =
            new AtomicReference<>();
    private final Map<TopicPartition, Integer> streams = new HashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    /**
     * Begins to follow; what is published after this returns is not missed.
     *
     * @param topics all of one Kafka
     * @param isWanted whose events are wanted; asked on the tap's thread
     * @param listener takes news in their order, on the tap's thread
     * @throws IllegalStateException when a topic is not there
     * @throws KafkaException when Kafka cannot be reached
     */
    public OrderEventTap(
            String bootstrap,
            List<String> topics,
            Predicate<UUID> isWanted,
            Consumer<List<OrderNews>> listener) {
        this.reader = new NewsReader(isWanted);
        this.listener = listener;
        this.consumer =
                new KafkaConsumer<>(
                        settings(bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(topics);
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(p -> consumer.position(p, START));
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        thread = new Thread(this::follow, "order-events");
        thread.setDaemon(true);
        thread.start();
    }

    private static Map<String, Object> settings(String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    private List<TopicPartition> partitions(List<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, START);
            if (found == null || found.isEmpty()) {
                throw new IllegalStateException("Kafka has no topic " + topic);
            }
            for (PartitionInfo info : found) {
                TopicPartition partition = new TopicPartition(topic, info.partition());
                streams.put(partition, partitions.size());
                partitions.add(partition);
            }
        }
        return partitions;
    }

    /**
     * Completes when all that has been published until now has been given to the listener, or
     * exceptionally when following has failed.
     */
    public CompletableFuture<Void> catchUp() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        catchUp.set(done);
        RuntimeException cause = failure;
        if (cause != null) {
            done.completeExceptionally(cause);
        }
        return done;
    }

    private void follow() {
        try {
            while (!closed) {
                CompletableFuture<Void> wanted = catchUp.get();
                if (wanted != null) {
                    reachEnd();
                    catchUp.compareAndSet(wanted, null);
                    wanted.complete(null);
                }
                pass();
            }
        } catch (WakeupException e) {
            // Only close() wakes it up.
        } catch (RuntimeException e) {
            failure = e;
            CompletableFuture<Void> wanted = catchUp.get();
            if (wanted != null) {
                wanted.completeExceptionally(e);
            }
        } finally {
            consumer.close();
        }
    }

    private void reachEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (!closed
                && ends.entrySet().stream()
                        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            pass();
        }
    }

    private void pass() {
        List<OrderNews> news = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            OrderNews one =
                    record.value() == null
                            ? null
                            : reader.read(streams.getOrDefault(partition, 0), record.value());
            if (one != null) {
                news.add(one);
            }
        }
        if (!news.isEmpty()) {
            listener.accept(news);
        }
    }

    /** Why following stopped; null while it goes on. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
