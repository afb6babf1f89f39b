package org.fogg.broker.command;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records that nobody can decode: counts and logs them, and puts them as they were into a
 * topic for people to look at. Thread-safe.
 */
public final class KeptAside {

    private static final Logger log = LoggerFactory.getLogger(KeptAside.class);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicLong count = new AtomicLong();

    /**
     * @param topic where to put them
     */
    public KeptAside(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Keeps a record aside; the reader goes on with the next. */
    public void keep(ConsumerRecord<byte[], byte[]> from, @Nullable String reason) {
        String place = from.topic() + "-" + from.partition() + "@" + from.offset();
        keep(place, from.key(), from.value(), reason);
    }

    /**
     * Keeps a record aside.
     *
     * @param place where it was read
     */
    public void keep(
            String place, byte @Nullable [] key, byte @Nullable [] value, @Nullable String reason) {
        note(place, reason);
        var copy = new ProducerRecord<>(topic, key, value);
        copy.headers()
                .add("from", place.getBytes(StandardCharsets.UTF_8))
                .add("reason", String.valueOf(reason).getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(copy);
        } catch (KafkaException e) {
            log.warn("{} is kept in its own topic only: {}", place, e.getMessage());
        }
    }

    /** Counts and logs something that stays where it is, and that nobody uses any more. */
    public void note(String place, @Nullable String reason) {
        count.incrementAndGet();
        log.warn("Kept aside {}: {}", place, reason);
    }

    /** How many were kept aside since start. */
    public long count() {
        return count.get();
    }
}
