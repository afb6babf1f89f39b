package org.fogg.broker.updates.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.updates.EventId;
import org.fogg.broker.updates.TradeUpdate;
import org.fogg.broker.updates.UpdateLog.Part;
import org.fogg.broker.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads parts of the order events that are kept, for all who ask, in turns: one thread and one
 * consumer, made when the first one asks. While Kafka is away it asks again. Thread-safe.
 */
final class PastEvents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PastEvents.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MS = 200;
    private static final long END_SECONDS = 5;

    /**
     * Polls of a part: a trader with few updates among many must not read each few records anew.
     */
    private static final int MOST_POLLS = 20;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final KeptAside keptAside;
    private final EventDecoder decoder = new EventDecoder();
    private final ScheduledThreadPoolExecutor thread;
    private @Nullable Consumer<byte[], byte[]> consumer;

    PastEvents(Supplier<Consumer<byte[], byte[]>> consumers, KeptAside keptAside) {
        this.consumers = consumers;
        this.keptAside = keptAside;
        thread =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread created = new Thread(work, "past-events");
                            created.setDaemon(true);
                            return created;
                        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** What is asked for. */
    private record Request(
            TopicPartition partition,
            UUID traderId,
            long from,
            int most,
            CompletableFuture<Part> answer) {}

    CompletableFuture<Part> read(TopicPartition partition, UUID traderId, long from, int most) {
        Request request = new Request(partition, traderId, from, most, new CompletableFuture<>());
        thread.execute(() -> answer(request));
        return request.answer();
    }

    private void answer(Request request) {
        if (request.answer().isDone()) {
            return;
        }
        try {
            request.answer().complete(read(request));
        } catch (WakeupException | InterruptException e) {
            request.answer().cancel(false);
        } catch (KafkaException e) {
            log.debug("Past order events cannot be read yet", e);
            thread.schedule(() -> answer(request), RETRY_MS, TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            request.answer().completeExceptionally(e);
        }
    }

    private Part read(Request request) {
        Consumer<byte[], byte[]> reader = consumer == null ? consumers.get() : consumer;
        consumer = reader;
        byte[] key = request.traderId().toString().getBytes(StandardCharsets.US_ASCII);
        TopicPartition partition = request.partition();
        List<TopicPartition> only = List.of(partition);
        reader.assign(only);
        long first = offset(reader.beginningOffsets(only, ANSWER_WITHIN).get(partition));
        long end = offset(reader.endOffsets(only, ANSWER_WITHIN).get(partition));
        long next = Math.max(request.from(), first);
        List<TradeUpdate> found = new ArrayList<>();
        if (next < end) {
            reader.seek(partition, next);
        }
        for (int polls = 0; polls < MOST_POLLS && next < end; polls++) {
            for (ConsumerRecord<byte[], byte[]> polled : reader.poll(POLL)) {
                if (found.size() == request.most()) {
                    return new Part(found, next, first, end);
                }
                if (polled.offset() > next) {
                    // What was there a moment ago has been removed.
                    first = polled.offset();
                }
                if (Arrays.equals(polled.key(), key)) {
                    take(polled, found);
                }
                next = polled.offset() + 1;
            }
        }
        return new Part(found, next, first, end);
    }

    private void take(ConsumerRecord<byte[], byte[]> polled, List<TradeUpdate> found) {
        try {
            EventId id = new EventId(polled.partition(), polled.offset());
            TradeUpdate update = decoder.decode(id, polled.value());
            if (update != null) {
                found.add(update);
            }
        } catch (MalformedMessageException e) {
            keptAside.note(
                    polled.topic() + "-" + polled.partition() + "@" + polled.offset(),
                    e.getMessage());
        }
    }

    private static long offset(@Nullable Long told) {
        if (told == null) {
            throw new KafkaException("Kafka does not tell how long the topic is");
        }
        return told;
    }

    @Override
    public void close() {
        thread.execute(
                () -> {
                    if (consumer != null) {
                        consumer.close();
                    }
                });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
