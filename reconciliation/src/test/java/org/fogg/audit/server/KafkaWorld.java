package org.fogg.audit.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.world.Encoder;
import org.fogg.audit.world.World;
import org.fogg.contracts.Topics;
import org.fogg.contracts.Topics.Topic;

/** A world's listings, exchanges' journals and events in Kafka. */
public final class KafkaWorld implements AutoCloseable {
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    /** Makes the topics and writes everything into them. */
    public KafkaWorld(String bootstrap, World world) throws InterruptedException {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        create(Topics.listings(world.georegion));
        create(Topics.orderEvents(world.georegion));
        append(Topics.orderEvents(world.georegion), world.events);
        for (int i = 0; i < world.listings.size(); i++) {
            list(world, i);
        }
    }

    /** Lists a world's stock, and makes its exchange's journal unless that is there. */
    public void list(World world, int index) throws InterruptedException {
        Listing listing = world.listings.get(index);
        exchange(world, listing.exchangeCode());
        append(
                Topics.listings(world.georegion),
                List.of(new Encoder(world.georegion).listing(listing)));
    }

    private void exchange(World world, String code) throws InterruptedException {
        Topic journal = Topics.exchangeJournal(code);
        if (create(journal)) {
            append(journal, world.exchanges.get(code));
        }
    }

    private boolean create(Topic topic) throws InterruptedException {
        try {
            if (admin.listTopics().names().get().contains(topic.name())) {
                return false;
            }
            NewTopic wanted =
                    new NewTopic(topic.name(), topic.partitions(), (short) 1)
                            .configs(topic.settings());
            admin.createTopics(List.of(wanted)).all().get();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append(Topic topic, List<byte[]> records) throws InterruptedException {
        try {
            int key = 0;
            for (byte[] record : records) {
                byte[] name = Integer.toString(key++).getBytes(StandardCharsets.US_ASCII);
                producer.send(new ProducerRecord<>(topic.name(), name, record)).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
