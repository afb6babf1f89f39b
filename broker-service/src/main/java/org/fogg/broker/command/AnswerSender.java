package org.fogg.broker.command;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Takes answers to the commands of this instance straight to who waits, and to those of other
 * instances through the topic {@code answers}.
 */
public final class AnswerSender implements AnswerSink {

    private final AnswerRegistry registry;
    private final int instance;
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final ThreadLocal<AnswerCodec> codec = ThreadLocal.withInitial(AnswerCodec::new);
    private final AtomicLong unsent = new AtomicLong();

    /**
     * @param instance this broker's number
     * @param producer gives up quickly
     */
    public AnswerSender(
            AnswerRegistry registry,
            int instance,
            Producer<byte[], byte[]> producer,
            String topic) {
        this.registry = registry;
        this.instance = instance;
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public void answer(int replyTo, int shard, CommandAnswer answer) {
        if (replyTo == instance) {
            registry.complete(answer);
            return;
        }
        try {
            byte[] value = codec.get().encode(shard, answer);
            producer.send(new ProducerRecord<>(topic, replyTo, null, value));
        } catch (KafkaException | IllegalArgumentException e) {
            // Who waits will ask again with the same id.
            unsent.incrementAndGet();
        }
    }

    /** How many answers could not be sent since start. */
    public long unsent() {
        return unsent.get();
    }
}
