package org.fogg.trader.bench.floor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fogg.contracts.Topics;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.TickDecoder;
import org.fogg.contracts.sbe.TickEncoder;
import org.jspecify.annotations.Nullable;

/** A topic like the tickers', with this run's numbered records in it. */
final class FloorTopic implements Hop, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration START = Duration.ofSeconds(20);
    private static final int SLOWEST_MS = 5_000;
    private static final String RETENTION_MS = "3600000";

    private final String topic;
    private final int run;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Long, Consumer<@Nullable Throwable>> awaited = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Makes the topic where it is absent and follows it from now on.
     *
     * @param run tells this run's records from others'
     */
    FloorTopic(String bootstrap, String georegion, int run) {
        this.topic = "floor." + georegion;
        this.run = run;
        create(bootstrap);
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, SLOWEST_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, SLOWEST_MS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SLOWEST_MS);
        producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = reader(bootstrap);
        thread = new Thread(this::follow, "floor-consumer");
        thread.setDaemon(true);
        thread.start();
    }

    private void create(String bootstrap) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(topic, Topics.STREAM_PARTITIONS, (short) 1)
                                            .configs(Map.of("retention.ms", RETENTION_MS))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Cannot make the topic " + topic, e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while making the topic " + topic, e);
        }
    }

    private KafkaConsumer<byte[], byte[]> reader(String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<byte[], byte[]> made =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                IntStream.range(0, Topics.STREAM_PARTITIONS)
                        .mapToObj(p -> new TopicPartition(topic, p))
                        .toList();
        made.assign(partitions);
        made.seekToEnd(partitions);
        partitions.forEach(p -> made.position(p, START));
        return made;
    }

    /** Sends a record of a tick's size; done when it has been consumed. */
    @Override
    public void go(Consumer<@Nullable Throwable> done) {
        long number = next.getAndIncrement();
        awaited.put(number, done);
        byte[] tick = new byte[MessageHeaderEncoder.ENCODED_LENGTH + TickEncoder.BLOCK_LENGTH];
        new TickEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(tick), 0, new MessageHeaderEncoder())
                .stockId(run)
                .sequence(number)
                .price(1)
                .publishedAt(1);
        int partition = (int) (number % Topics.STREAM_PARTITIONS);
        producer.send(
                new ProducerRecord<>(topic, partition, null, tick),
                (metadata, e) -> {
                    if (e != null) {
                        end(number, e);
                    }
                });
    }

    private void end(long number, @Nullable Throwable problem) {
        Consumer<@Nullable Throwable> done = awaited.remove(number);
        if (done != null) {
            done.accept(problem);
        }
    }

    private void follow() {
        try {
            consume();
        } catch (WakeupException e) {
            // Only close() wakes it up.
        } catch (RuntimeException e) {
            awaited.keySet().forEach(number -> end(number, e));
        } finally {
            consumer.close();
        }
    }

    private void consume() {
        TickDecoder tick = new TickDecoder();
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                buffer.wrap(record.value());
                tick.wrapAndApplyHeader(buffer, 0, header);
                if (tick.stockId() == run) {
                    end(tick.sequence(), null);
                }
            }
        }
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
        producer.close(Duration.ofSeconds(2));
    }
}
