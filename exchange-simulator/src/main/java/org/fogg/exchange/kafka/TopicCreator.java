package org.fogg.exchange.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.fogg.contracts.Topics;

/** Creates the topics that are not there yet. */
public final class TopicCreator {

    private static final int TIMEOUT_MS = 5_000;

    private TopicCreator() {}

    /**
     * Returns when all topics are there; existing ones stay as they are.
     *
     * @throws KafkaException when Kafka is away or refuses
     */
    public static void ensure(KafkaSettings kafka, Collection<Topics.Topic> topics) {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        List<NewTopic> wanted =
                topics.stream().map(topic -> newTopic(topic, kafka.replication())).toList();
        try (Admin admin = Admin.create(settings)) {
            for (KafkaFuture<Void> created : admin.createTopics(wanted).values().values()) {
                await(created);
            }
        }
    }

    private static NewTopic newTopic(Topics.Topic topic, int replication) {
        return new NewTopic(topic.name(), topic.partitions(), (short) replication)
                .configs(topic.settings());
    }

    private static void await(KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Cannot create a topic: " + e.getCause(), e.getCause());
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
