package org.fogg.analytics.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many messages a consumer group has not committed yet. Asked from Kafka, because a consumer
 * that is paused does not know.
 */
public final class ConsumerLag {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLag.class);
    private static final long PATIENCE_SECONDS = 3;

    private final Admin admin;
    private final String group;
    private final Pattern topics;
    private volatile long lag = -1;

    /**
     * The lag of a group, as the gauge {@code fogg.analytics.lag}; -1 while it is not known.
     *
     * @param kind the tag of the gauge
     */
    public ConsumerLag(
            Admin admin, String group, Pattern topics, String kind, MeterRegistry registry) {
        this.admin = admin;
        this.group = group;
        this.topics = topics;
        Gauge.builder("fogg.analytics.lag", () -> lag)
                .description("Messages in Kafka that are not indexed yet; -1: not known")
                .tag("kind", kind)
                .register(registry);
    }

    /** Messages that are not committed; -1 while that is not known. */
    public long messages() {
        return lag;
    }

    /** Asks again. */
    public void refresh() {
        try {
            lag = ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            lag = -1;
            LOG.debug("The lag of {} is not known", group, e);
        }
    }

    private long ask() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        var names =
                admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                        .filter(name -> topics.matcher(name).matches())
                        .collect(Collectors.toSet());
        admin.describeTopics(names)
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach(
                        (name, topic) ->
                                topic.partitions()
                                        .forEach(
                                                partition -> {
                                                    var key =
                                                            new TopicPartition(
                                                                    name, partition.partition());
                                                    latest.put(key, OffsetSpec.latest());
                                                    earliest.put(key, OffsetSpec.earliest());
                                                }));
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var ends = offsets(latest);
        var starts = offsets(earliest);
        long sum = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            ListOffsetsResultInfo start = starts.get(end.getKey());
            long from = start == null ? 0 : start.offset();
            long at = done == null ? from : Math.max(from, done.offset());
            sum += Math.max(0, end.getValue().offset() - at);
        }
        return sum;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Map<TopicPartition, OffsetSpec> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.listOffsets(wanted).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
