package org.fogg.broker.events;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.market.MarketDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to the topic {@code order-events}, key trader id. When a send fails, all entries of
 * that shard that are not acknowledged are sent again in order, so the order of the journal comes
 * back.
 */
public final class KafkaEventPublisher implements EventPublisher {

    private static final long RESEND_AFTER_MS = 200;

    private final Producer<byte[], byte[]> producer;
    private final ScheduledExecutorService pauses;
    private final ThreadLocal<EventEncoder> encoder;
    private final Map<Integer, ShardStream> streams = new ConcurrentHashMap<>();
    private final AtomicLong failures = new AtomicLong();

    /**
     * @param producer must not block for long when Kafka is away
     * @param pauses runs what has to wait before it is tried again
     */
    public KafkaEventPublisher(
            Producer<byte[], byte[]> producer,
            String topic,
            String georegion,
            MarketDirectory directory,
            ScheduledExecutorService pauses) {
        this.producer = producer;
        this.pauses = pauses;
        this.encoder = ThreadLocal.withInitial(() -> new EventEncoder(topic, georegion, directory));
    }

    /** How many sends have failed since start. */
    public long failures() {
        return failures.get();
    }

    @Override
    public void publish(DurableEntry entry, BooleanSupplier wanted, Runnable done) {
        List<ProducerRecord<byte[], byte[]>> records = encoder.get().encode(entry);
        if (records.isEmpty()) {
            done.run();
            return;
        }
        streams.computeIfAbsent(entry.shard(), shard -> new ShardStream())
                .add(new Publication(records, wanted, done));
    }

    /** What one entry has to send. */
    private static final class Publication {

        private final List<ProducerRecord<byte[], byte[]>> records;
        private final BooleanSupplier wanted;
        private final Runnable done;
        private int open;
        private int round;

        private Publication(
                List<ProducerRecord<byte[], byte[]>> records,
                BooleanSupplier wanted,
                Runnable done) {
            this.records = records;
            this.wanted = wanted;
            this.done = done;
        }
    }

    /** The entries of one shard that are not acknowledged, in order. */
    private final class ShardStream {

        private final ArrayDeque<Publication> unacknowledged = new ArrayDeque<>();
        private boolean stalled;

        private synchronized void add(Publication publication) {
            unacknowledged.addLast(publication);
            if (!stalled) {
                send(publication);
            }
        }

        private void send(Publication publication) {
            publication.open = publication.records.size();
            int round = ++publication.round;
            for (ProducerRecord<byte[], byte[]> each : publication.records) {
                if (stalled) {
                    return;
                }
                try {
                    producer.send(each, (sent, failure) -> sent(publication, round, failure));
                } catch (KafkaException e) {
                    stall();
                }
            }
        }

        private void sent(Publication publication, int round, @Nullable Exception failure) {
            synchronized (this) {
                if (round != publication.round) {
                    return;
                }
                if (failure != null) {
                    stall();
                    return;
                }
                if (--publication.open > 0) {
                    return;
                }
                unacknowledged.remove(publication);
            }
            publication.done.run();
        }

        private void stall() {
            failures.incrementAndGet();
            if (!stalled && !pauses.isShutdown()) {
                stalled = true;
                pauses.schedule(this::resend, RESEND_AFTER_MS, TimeUnit.MILLISECONDS);
            }
        }

        private synchronized void resend() {
            stalled = false;
            unacknowledged.removeIf(publication -> !publication.wanted.getAsBoolean());
            for (Publication publication : unacknowledged) {
                send(publication);
            }
        }
    }
}
