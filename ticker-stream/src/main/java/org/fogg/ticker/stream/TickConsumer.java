package org.fogg.ticker.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fogg.contracts.Topics;
import org.fogg.ticker.wan.Arrivals;
import org.jspecify.annotations.Nullable;

/**
 * Reads all ticks of a georegion on a thread of its own and hands them to a listener, with low
 * latency and without a consumer group.
 *
 * <p>Errors: while Kafka is away it waits and goes on by itself. Records that are no ticks are
 * counted and skipped. When what was to be read is no longer there, the listener is told of the gap
 * and reading goes on. Anything else, an exception of the listener too, ends the reading and is
 * given to {@link TickListener#onFailure}.
 */
public final class TickConsumer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final long BEGINNING = -1;

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final TickListener listener;
    private final TickRecords records;
    private final Arrivals arrivals;
    private final Map<TopicPartition, Long> endsAtStart = new HashMap<>();
    private final AtomicLong gaps = new AtomicLong();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean caughtUp;

    private TickConsumer(
            String bootstrapServers,
            String georegion,
            TickListener listener,
            @Nullable IntToLongFunction delayNanos) {
        this.topic = Topics.tickers(georegion).name();
        this.consumer = new KafkaConsumer<>(settings(bootstrapServers));
        this.listener = listener;
        this.records = new TickRecords(listener);
        this.arrivals =
                delayNanos == null
                        ? Arrivals.atOnce()
                        : Arrivals.late(polled -> records.delayNanos(polled, delayNanos));
        this.thread = new Thread(this::run, "tick-consumer-" + georegion);
        this.thread.setDaemon(true);
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "tick-consumer",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none");
    }

    /**
     * Starts reading what is published from now on: every tick published after this returns comes.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka or the topic is not there
     */
    public static TickConsumer fromEnd(
            String bootstrapServers, String georegion, TickListener listener) {
        TickConsumer consumer = new TickConsumer(bootstrapServers, georegion, listener, null);
        return consumer.startAt((partition, end) -> end);
    }

    /**
     * Starts reading at given offsets; partitions that are not named are read from the beginning.
     *
     * @param offsets by partition: the next offset to read
     * @throws org.apache.kafka.common.KafkaException when Kafka or the topic is not there
     */
    public static TickConsumer fromOffsets(
            String bootstrapServers,
            String georegion,
            Map<Integer, Long> offsets,
            TickListener listener) {
        return fromOffsets(bootstrapServers, georegion, offsets, listener, null);
    }

    /**
     * The same over a distance.
     *
     * @param delayNanos by stock, how long its ticks are under way; null for no distance. Those of
     *     a partition stay in their order
     */
    public static TickConsumer fromOffsets(
            String bootstrapServers,
            String georegion,
            Map<Integer, Long> offsets,
            TickListener listener,
            @Nullable IntToLongFunction delayNanos) {
        Map<Integer, Long> starts = Map.copyOf(offsets);
        TickConsumer consumer = new TickConsumer(bootstrapServers, georegion, listener, delayNanos);
        return consumer.startAt((partition, end) -> starts.getOrDefault(partition, BEGINNING));
    }

    private interface Start {
        long offset(int partition, long end);
    }

    private TickConsumer startAt(Start start) {
        try {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            if (partitions.isEmpty()) {
                throw new UnknownTopicOrPartitionException("There is no topic " + topic);
            }
            consumer.assign(partitions);
            endsAtStart.putAll(consumer.endOffsets(partitions));
            for (TopicPartition partition : partitions) {
                long offset = start.offset(partition.partition(), end(partition));
                if (offset == BEGINNING) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, offset);
                }
            }
            checkCaughtUp();
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        thread.start();
        return this;
    }

    private void run() {
        try {
            while (running) {
                pollOnce();
            }
        } catch (WakeupException | InterruptException e) {
            // Both only come from close() or whoever ends this thread.
            running = false;
        } catch (RuntimeException e) {
            running = false;
            listener.onFailure(e);
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    private void pollOnce() {
        Iterator<ConsumerRecord<byte[], byte[]>> polled;
        try {
            polled = arrivals.poll(consumer, POLL).iterator();
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().forEach(this::skipGap);
            return;
        }
        if (polled.hasNext()) {
            polled.forEachRemaining(records::accept);
            listener.onBatchEnd();
        }
        if (!caughtUp) {
            checkCaughtUp();
        }
    }

    private void skipGap(TopicPartition partition, long wanted) {
        List<TopicPartition> one = List.of(partition);
        long beginning = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
        long found = wanted < beginning ? beginning : end;
        consumer.seek(partition, found);
        gaps.incrementAndGet();
        listener.onGap(partition.partition(), wanted, found);
    }

    private void checkCaughtUp() {
        for (TopicPartition partition : endsAtStart.keySet()) {
            if (arrivals.position(consumer, partition) < end(partition)) {
                return;
            }
        }
        caughtUp = true;
    }

    private long end(TopicPartition partition) {
        return endsAtStart.getOrDefault(partition, 0L);
    }

    /** Whether all ticks that were there at the start have been handed over. Thread-safe. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** How many records were skipped because they are no ticks. Thread-safe. */
    public long malformed() {
        return records.malformed();
    }

    /** How often ticks were missing, see {@link TickListener#onGap}. Thread-safe. */
    public long gaps() {
        return gaps.get();
    }

    /** Stops reading; no callback comes after it returns, unless called from a callback. */
    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
