package org.fogg.broker.updates.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.updates.EventId;
import org.fogg.broker.updates.TradeUpdate;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.ticker.wan.Arrivals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all order events of a georegion from now on, and tells them to whoever listens to their
 * trader. What nobody listens to is not decoded. Runs on one thread.
 */
final class LiveEvents implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(LiveEvents.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MS = 500;

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final KeptAside keptAside;
    private final @Nullable String georegion;
    private final Arrivals arrivals;
    private final EventDecoder decoder = new EventDecoder();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Map<UUID, List<java.util.function.Consumer<TradeUpdate>>> listeners =
            new ConcurrentHashMap<>();
    private volatile boolean running = true;

    /**
     * @param georegion whose events they are, where it is not this one; else null
     * @param arrivals when what is read there has come here
     */
    LiveEvents(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            KeptAside keptAside,
            @Nullable String georegion,
            Arrivals arrivals) {
        this.georegion = georegion;
        this.arrivals = arrivals;
        this.consumer = consumer;
        this.partitions = partitions;
        this.keptAside = keptAside;
    }

    /** Adds a listener; gives what takes it away again. Thread-safe. */
    Runnable subscribe(UUID traderId, java.util.function.Consumer<TradeUpdate> listener) {
        listeners.compute(
                traderId,
                (id, present) -> {
                    List<java.util.function.Consumer<TradeUpdate>> all =
                            present == null ? new CopyOnWriteArrayList<>() : present;
                    all.add(listener);
                    return all;
                });
        return () ->
                listeners.computeIfPresent(
                        traderId,
                        (id, present) -> {
                            present.remove(listener);
                            return present.isEmpty() ? null : present;
                        });
    }

    /** Waits until it is known where "now" is. */
    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    @Override
    public void run() {
        try {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (running) {
                step();
            }
        } catch (WakeupException | InterruptException e) {
            running = false;
        } finally {
            begun.countDown();
            consumer.close();
        }
    }

    private void step() {
        try {
            if (begun.getCount() > 0) {
                // An update between this and the first poll would be missed else.
                partitions.forEach(consumer::position);
                begun.countDown();
            }
            for (ConsumerRecord<byte[], byte[]> polled : arrivals.poll(consumer, POLL)) {
                take(polled);
            }
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            log.warn("Order events cannot be read: {}", e.getMessage());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MS));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> polled) {
        if (listeners.isEmpty() || polled.key() == null) {
            return;
        }
        try {
            UUID traderId = UUID.fromString(new String(polled.key(), StandardCharsets.US_ASCII));
            List<java.util.function.Consumer<TradeUpdate>> told = listeners.get(traderId);
            if (told == null) {
                return;
            }
            EventId id = new EventId(georegion, polled.partition(), polled.offset());
            TradeUpdate update = decoder.decode(id, polled.value());
            if (update != null) {
                told.forEach(listener -> listener.accept(update));
            }
        } catch (MalformedMessageException | IllegalArgumentException e) {
            keptAside.note(
                    polled.topic() + "-" + polled.partition() + "@" + polled.offset(),
                    e.getMessage());
        }
    }

    /** Makes {@link #run} return. */
    void stop() {
        running = false;
        consumer.wakeup();
    }
}
