package org.fogg.broker.command;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.fogg.broker.wire.MalformedMessageException;

/** Reads the answers that other instances send to this one, from now on. Runs on one thread. */
public final class AnswersConsumer implements Runnable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final AnswerRegistry registry;
    private final KeptAside keptAside;
    private final AnswerCodec codec = new AnswerCodec();
    private volatile boolean running = true;

    /**
     * @param partition this instance's partition of the topic
     */
    public AnswersConsumer(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            AnswerRegistry registry,
            KeptAside keptAside) {
        this.consumer = consumer;
        this.partition = partition;
        this.registry = registry;
        this.keptAside = keptAside;
    }

    @Override
    public void run() {
        try {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            while (running) {
                for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(POLL)) {
                    take(polled);
                }
            }
        } catch (WakeupException | InterruptException e) {
            running = false;
        } finally {
            consumer.close();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> polled) {
        try {
            registry.complete(codec.decode(polled.value()));
        } catch (MalformedMessageException e) {
            keptAside.keep(polled, e.getMessage());
        }
    }

    /** Makes {@link #run} return. */
    public void stop() {
        running = false;
        consumer.wakeup();
    }
}
