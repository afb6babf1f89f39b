package org.fogg.analytics.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes everything that Kafka has, from the beginning of the topics to where they end now, beside
 * the running stream: ids are the same, so neither doubles what the other writes. One run.
 */
public final class Rebuild implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Pattern topics;
    private final Work work;
    private volatile long remaining;

    /**
     * A rebuild of some topics.
     *
     * @param name for the log and the gauge {@code fogg.analytics.rebuild.remaining}
     * @param consumers gives a consumer without a group
     */
    public Rebuild(
            String name,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Pattern topics,
            Work work,
            MeterRegistry registry) {
        this.name = name;
        this.consumers = consumers;
        this.topics = topics;
        this.work = work;
        Gauge.builder("fogg.analytics.rebuild.remaining", () -> remaining)
                .description("Messages that a rebuild has still to index")
                .tag("kind", name)
                .register(registry);
    }

    @Override
    public void run() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            LOG.info("Rebuilding {}: {} partitions", name, partitions.size());
            long done = 0;
            while ((remaining = left(consumer, ends)) > 0) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    index(list(records));
                    done += records.count();
                }
            }
            LOG.info("Rebuilt {} from {} messages", name, done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("The rebuild of {} was stopped; start it again", name);
        } catch (RuntimeException e) {
            LOG.error("The rebuild of {} has failed; start it again", name, e);
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.matcher(topic.getKey()).matches())
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static long left(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private static List<ConsumerRecord<byte[], byte[]>> list(
            ConsumerRecords<byte[], byte[]> records) {
        return records.partitions().stream()
                .flatMap(partition -> records.records(partition).stream())
                .collect(Collectors.toList());
    }

    private void index(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        while (true) {
            try {
                work.index(records);
                return;
            } catch (IOException | IllegalStateException e) {
                LOG.warn("The rebuild of {} waits: {}", name, e.getMessage());
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    /** Indexes some messages. */
    @FunctionalInterface
    public interface Work {

        /**
         * Indexes them.
         *
         * @throws IOException when Elasticsearch is away: the same comes again
         */
        void index(List<ConsumerRecord<byte[], byte[]>> records) throws IOException;
    }
}
