package org.fogg.ticker.wan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Polls a topic, and hands on each record only when it would have come across the distance. Those
 * of a partition stay in their order: one with a short way waits for one before it that has a long
 * way. What is held is bounded; no more is polled meanwhile. Belongs to the consumer's thread.
 */
public final class Arrivals {

    private static final int MOST_HELD = 20_000;
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final @Nullable ToLongFunction<ConsumerRecord<byte[], byte[]>> delayNanos;
    private final LongSupplier nanoTime;
    private final Map<TopicPartition, Deque<Held>> held = new LinkedHashMap<>();
    private int count;

    /**
     * @param delayNanos how long a record is under way; null for no distance
     */
    Arrivals(
            @Nullable ToLongFunction<ConsumerRecord<byte[], byte[]>> delayNanos,
            LongSupplier nanoTime) {
        this.delayNanos = delayNanos;
        this.nanoTime = nanoTime;
    }

    /** No distance: what is polled is handed on at once. */
    public static Arrivals atOnce() {
        return new Arrivals(null, System::nanoTime);
    }

    /** A distance that may differ from record to record, in nanoseconds, not negative. */
    public static Arrivals late(ToLongFunction<ConsumerRecord<byte[], byte[]>> delayNanos) {
        return new Arrivals(delayNanos, System::nanoTime);
    }

    private record Held(ConsumerRecord<byte[], byte[]> message, long due) {}

    /**
     * The records that arrive next.
     *
     * @param atMost how long to wait for the first one; then there may be none
     */
    public Iterable<ConsumerRecord<byte[], byte[]>> poll(
            Consumer<byte[], byte[]> consumer, Duration atMost) {
        if (delayNanos == null) {
            return consumer.poll(atMost);
        }
        long end = nanoTime.getAsLong() + atMost.toNanos();
        List<ConsumerRecord<byte[], byte[]>> due = due();
        boolean over = false;
        while (due.isEmpty() && !over) {
            long wait = Math.max(0, untilNext(end));
            if (count < MOST_HELD && (wait >= MILLI || count == 0)) {
                // Kafka's consumer waits for whole milliseconds.
                consumer.poll(Duration.ofNanos(wait)).forEach(message -> hold(message, delayNanos));
            } else {
                LockSupport.parkNanos(this, wait);
            }
            over = nanoTime.getAsLong() - end >= 0;
            due = due();
        }
        return due;
    }

    private void hold(
            ConsumerRecord<byte[], byte[]> message,
            ToLongFunction<ConsumerRecord<byte[], byte[]>> delay) {
        long due = nanoTime.getAsLong() + delay.applyAsLong(message);
        held.computeIfAbsent(place(message), partition -> new ArrayDeque<>())
                .addLast(new Held(message, due));
        count++;
    }

    private static TopicPartition place(ConsumerRecord<byte[], byte[]> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private List<ConsumerRecord<byte[], byte[]>> due() {
        List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
        long now = nanoTime.getAsLong();
        for (Deque<Held> partition : held.values()) {
            Held first = partition.peekFirst();
            while (first != null && first.due - now <= 0) {
                due.add(first.message);
                partition.removeFirst();
                count--;
                first = partition.peekFirst();
            }
        }
        return due;
    }

    /** Until the next record is due, or the end if that comes first. */
    private long untilNext(long end) {
        long now = nanoTime.getAsLong();
        long wait = end - now;
        for (Deque<Held> partition : held.values()) {
            Held first = partition.peekFirst();
            if (first != null) {
                wait = Math.min(wait, first.due - now);
            }
        }
        return wait;
    }

    /** The offset of the record of a partition that is handed on next. */
    public long position(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        Deque<Held> waiting = held.get(partition);
        Held first = waiting == null ? null : waiting.peekFirst();
        return first == null ? consumer.position(partition) : first.message.offset();
    }

    /** Commits what has been handed on, and nothing that is still under way. */
    public void commit(Consumer<byte[], byte[]> consumer) {
        if (count == 0) {
            consumer.commitSync();
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> done = new LinkedHashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            done.put(partition, new OffsetAndMetadata(position(consumer, partition)));
        }
        consumer.commitSync(done);
    }
}
