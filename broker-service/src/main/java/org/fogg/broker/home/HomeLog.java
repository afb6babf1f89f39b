package org.fogg.broker.home;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.home.HomeDecision.Change;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.ticker.wan.Route;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decisions in a georegion's topic {@code homes}, read over and over to the end on a thread of
 * its own. What it knows is as of a moment: the one in which it asked for the end it has reached.
 */
public final class HomeLog implements Home, Homes, Runnable, AutoCloseable {

    /**
     * How old what is known may be. A successor lets this pass, and some more, between reading that
     * its term has begun and reading the journal of the term before.
     */
    static final Duration LEASE = Duration.ofMillis(1500);

    private static final Logger log = LoggerFactory.getLogger(HomeLog.class);
    private static final Duration EVERY = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration WRITE_WITHIN = Duration.ofSeconds(6);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final TopicPartition partition;
    private final String name;
    private final HomeSettings settings;
    private final Route acrossPair;
    private final LongSupplier clock;
    private final List<Consumer<HomeState>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Question> questions = new ConcurrentLinkedQueue<>();
    private final Object read = new Object();
    private volatile HomeState state = HomeState.NONE;
    private volatile long next;
    private volatile long confirmedAt;
    private volatile boolean confirmed;
    private volatile boolean running = true;

    private record Question(int term, CompletableFuture<Boolean> answer) {}

    /**
     * @param consumer belongs to this log from now on, as does the producer
     * @param topic has one partition, and exists
     * @param name this broker's, for people
     * @param acrossPair the way from one data centre to the other and back
     * @param clock nanoseconds since the Unix epoch, for people
     */
    public HomeLog(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            String topic,
            String name,
            HomeSettings settings,
            Route acrossPair,
            LongSupplier clock) {
        this.consumer = consumer;
        this.producer = producer;
        this.partition = new TopicPartition(topic, 0);
        this.name = name;
        this.settings = settings;
        this.acrossPair = acrossPair;
        this.clock = clock;
    }

    /** Tells of each change of state, on the thread that reads; must not block. */
    public void onChange(Consumer<HomeState> listener) {
        listeners.add(listener);
    }

    @Override
    public void run() {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (running) {
            try {
                step();
            } catch (WakeupException | InterruptException e) {
                running = false;
            } catch (KafkaException e) {
                log.warn("The decisions on the home cannot be read: {}", e.getMessage());
                LockSupport.parkNanos(RETRY_NS);
            }
        }
        consumer.close();
    }

    private void step() {
        long asked = System.nanoTime();
        Long end = consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
        while (running && end != null && consumer.position(partition, PATIENCE) < end) {
            take(consumer.poll(EVERY));
        }
        if (running && end != null) {
            confirmedAt = asked;
            confirmed = true;
            answer();
        }
        take(consumer.poll(EVERY));
    }

    private void take(ConsumerRecords<byte[], byte[]> polled) {
        for (ConsumerRecord<byte[], byte[]> each : polled) {
            take(each);
        }
        synchronized (read) {
            next = consumer.position(partition, PATIENCE);
            read.notifyAll();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> each) {
        HomeState before = state;
        HomeDecision decision;
        try {
            decision = HomeCodec.decode(each.value());
        } catch (MalformedMessageException e) {
            log.error(
                    "Decision {} on the home cannot be decoded and does not count", each.offset());
            return;
        }
        HomeState after = before.after(decision);
        if (after.equals(before)) {
            log.info("Does not count: {}", decision);
            return;
        }
        state = after;
        log.warn("{}, so {}", decision, after);
        listeners.forEach(listener -> listener.accept(after));
    }

    private void answer() {
        for (Question each = questions.poll(); each != null; each = questions.poll()) {
            each.answer().complete(each.term() == state.term());
        }
    }

    @Override
    public @Nullable String elsewhere() {
        HomeState now = state;
        return settings.everywhere() && now.takesWrites() ? settings.notHome(now.home()) : null;
    }

    @Override
    public Route acrossPair() {
        return acrossPair;
    }

    @Override
    public CompletionStage<Boolean> confirm(int term) {
        if (confirmed && System.nanoTime() - confirmedAt < LEASE.toNanos()) {
            return CompletableFuture.completedFuture(term == state.term());
        }
        var question = new Question(term, new CompletableFuture<>());
        questions.add(question);
        return question.answer().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public HomeState state() {
        return state;
    }

    @Override
    public boolean isPair() {
        return true;
    }

    @Override
    public HomeState decide(Change change) {
        HomeState now = state;
        return decide(now.term(), change, now.home());
    }

    /** Begins a term, unless another decision was first; as {@link #decide(Change)}. */
    HomeState move(int term, String home) {
        return decide(term, Change.MOVED, home);
    }

    private HomeState decide(int term, Change change, String home) {
        var decision = new HomeDecision(term, change, home, name, clock.getAsLong());
        try {
            RecordMetadata written =
                    producer.send(
                                    new ProducerRecord<>(
                                            partition.topic(), 0, null, HomeCodec.encode(decision)))
                            .get(WRITE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            awaitRead(written.offset());
            return state;
        } catch (ExecutionException | TimeoutException e) {
            throw new UnavailableException("Kafka does not take the decision", RETRY_AFTER, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("This broker is stopping", RETRY_AFTER, true);
        }
    }

    private void awaitRead(long offset) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + WRITE_WITHIN.toNanos();
        synchronized (read) {
            while (next <= offset) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new TimeoutException();
                }
                read.wait(left);
            }
        }
    }

    /** Reads what there is; where there is nothing, the first home is decided. Blocks. */
    public HomeState begin(String first) throws InterruptedException {
        while (!confirmed) {
            synchronized (read) {
                read.wait(EVERY.toMillis());
            }
        }
        return state.term() == 0 ? move(1, first) : state;
    }

    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        producer.close(Duration.ofSeconds(1));
    }
}
