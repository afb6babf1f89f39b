package org.fogg.broker.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.fogg.contracts.Topics;
import org.fogg.contracts.Topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are absent, and looks at how long they are. Thread-safe. */
public final class TopicMaker {

    private static final Logger log = LoggerFactory.getLogger(TopicMaker.class);
    private static final long RETRY_MS = 500;

    private final Admin admin;
    private final short replication;

    /**
     * @param replication replication factor of topics that are made
     */
    public TopicMaker(Admin admin, short replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /** Makes sure that topics are there, waiting for Kafka as long as it takes. */
    public void ensure(Collection<Topic> topics) throws InterruptedException {
        Map<String, KafkaFuture<Void>> made = create(topics);
        while (!areThere(made)) {
            TimeUnit.MILLISECONDS.sleep(RETRY_MS);
            made = create(topics);
        }
    }

    private Map<String, KafkaFuture<Void>> create(Collection<Topic> topics) {
        List<NewTopic> wanted =
                topics.stream()
                        .map(
                                topic ->
                                        new NewTopic(topic.name(), topic.partitions(), replication)
                                                .configs(topic.settings()))
                        .toList();
        return admin.createTopics(wanted).values();
    }

    private static boolean areThere(Map<String, KafkaFuture<Void>> made)
            throws InterruptedException {
        boolean all = true;
        for (Map.Entry<String, KafkaFuture<Void>> topic : made.entrySet()) {
            try {
                topic.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    log.warn("Topic {} is not there yet: {}", topic.getKey(), e.getMessage());
                    all = false;
                }
            }
        }
        return all;
    }

    /**
     * Where to begin in the tickers so as to have the latest so many of each partition.
     *
     * @return by partition, the first offset to read
     */
    public Map<Integer, Long> latestTicks(String georegion, long most)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> end = new HashMap<>();
        Topic topic = Topics.tickers(georegion);
        for (int i = 0; i < topic.partitions(); i++) {
            var partition = new TopicPartition(topic.name(), i);
            first.put(partition, OffsetSpec.earliest());
            end.put(partition, OffsetSpec.latest());
        }
        Map<TopicPartition, ListOffsetsResultInfo> firsts = admin.listOffsets(first).all().get();
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(end).all().get();
        Map<Integer, Long> starts = new HashMap<>();
        ends.forEach(
                (partition, info) -> {
                    ListOffsetsResultInfo earliest = firsts.get(partition);
                    long least = earliest == null ? 0 : earliest.offset();
                    starts.put(partition.partition(), Math.max(least, info.offset() - most));
                });
        return starts;
    }
}
