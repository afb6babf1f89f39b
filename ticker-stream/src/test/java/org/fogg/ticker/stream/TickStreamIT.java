package org.fogg.ticker.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.fogg.contracts.Topics;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@UseServers(ServerKind.KAFKA)
class TickStreamIT {

    private static final long DEADLINE = Duration.ofMinutes(10).toNanos();
    private static final long POLL = Duration.ofMillis(50).toNanos();
    private static final int STOCKS = 20;
    // No tick may be given up here, however busy the machine is.
    private static final int PATIENT_MS = 120_000;

    private final String kafka;
    private final Admin admin;
    private String georegion = "";
    private TickPublisher publisher;

    private record Tick(int stockId, long sequence, long price, int partition, long offset) {}

    private static final class Recorder implements TickListener {

        private final ConcurrentLinkedQueue<Tick> ticks = new ConcurrentLinkedQueue<>();
        private final List<String> gaps = new CopyOnWriteArrayList<>();
        private final List<Exception> failures = new CopyOnWriteArrayList<>();
        private final CountDownLatch batches = new CountDownLatch(1);

        @Override
        public void onTick(
                int stockId,
                long sequence,
                long price,
                long publishedAt,
                int partition,
                long offset) {
            if (price == 666) {
                throw new IllegalStateException("bad price");
            }
            ticks.add(new Tick(stockId, sequence, price, partition, offset));
        }

        @Override
        public void onBatchEnd() {
            batches.countDown();
        }

        @Override
        public void onGap(int partition, long wanted, long found) {
            gaps.add(partition + ": " + wanted + " -> " + found);
        }

        @Override
        public void onFailure(Exception cause) {
            failures.add(cause);
        }
    }

    TickStreamIT(Servers servers) {
        this.kafka = servers.kafka();
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    @BeforeEach
    void createTopic(TestInfo test) throws Exception {
        georegion = test.getTestMethod().orElseThrow().getName() + System.nanoTime();
        Topics.Topic topic = Topics.tickers(georegion);
        admin.createTopics(
                        List.of(
                                new NewTopic(topic.name(), topic.partitions(), (short) 1)
                                        .configs(topic.settings())))
                .all()
                .get();
        await(() -> hasLeaders(topic));
        publisher = new TickPublisher(kafka, georegion, PATIENT_MS, PATIENT_MS);
    }

    /**
     * A partition that was made a moment ago may refuse a first batch and take the second, whose
     * sequence number it has nothing to compare with; it would then refuse the first for ever.
     */
    private boolean hasLeaders(Topics.Topic topic) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int i = 0; i < topic.partitions(); i++) {
            ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
        }
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            // Kafka says that a topic is made before every request hears of it.
            assertThat(e).hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            return false;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @AfterEach
    void close() {
        publisher.close();
        admin.close();
    }

    @Test
    void shouldDeliverEveryTickInOrderOfItsStock() throws Exception {
        Recorder recorder = new Recorder();
        try (TickConsumer consumer = TickConsumer.fromEnd(kafka, georegion, recorder)) {
            publish(1, 100);
            await(() -> recorder.ticks.size() == 100 * STOCKS);

            assertThat(consumer.caughtUp()).isTrue();
            assertThat(recorder.batches.await(2, TimeUnit.MINUTES)).isTrue();
            assertThat(consumer.malformed()).isZero();
        }
        for (int stock = 1; stock <= STOCKS; stock++) {
            int id = stock;
            assertThat(recorder.ticks.stream().filter(tick -> tick.stockId == id))
                    .extracting(Tick::sequence)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .hasSize(100);
        }
        assertThat(recorder.failures).isEmpty();
        assertThat(publisher.published()).isEqualTo(100 * STOCKS);
    }

    @Test
    void shouldStartAtTheEndWhenAskedTo() {
        publish(1, 10);
        await(() -> publisher.published() == 10 * STOCKS);
        Recorder recorder = new Recorder();
        try (TickConsumer consumer = TickConsumer.fromEnd(kafka, georegion, recorder)) {
            assertThat(consumer.caughtUp()).isTrue();
            publish(11, 11);
            await(() -> recorder.ticks.size() == STOCKS);
        }
        assertThat(recorder.ticks).extracting(Tick::sequence).containsOnly(11L);
    }

    @Test
    void shouldGoOnAtGivenOffsets() {
        publish(1, 10);
        Recorder first = new Recorder();
        TickConsumer consumer = TickConsumer.fromOffsets(kafka, georegion, Map.of(), first);
        await(() -> first.ticks.size() == 10 * STOCKS && consumer.caughtUp());
        consumer.close();
        Tick last = first.ticks.stream().reduce((a, b) -> b).orElseThrow();
        long before = first.ticks.stream().filter(t -> t.partition == last.partition).count();

        Recorder second = new Recorder();
        Map<Integer, Long> offsets = Map.of(last.partition, last.offset);
        try (TickConsumer resumed = TickConsumer.fromOffsets(kafka, georegion, offsets, second)) {
            await(() -> second.ticks.size() == 10 * STOCKS - before + 1 && resumed.caughtUp());
        }
        assertThat(second.ticks.stream().filter(t -> t.partition == last.partition))
                .containsExactly(last);
    }

    @Test
    void shouldTellOfTheGapWhenTicksAreGone() throws Exception {
        publish(1, 100);
        await(() -> publisher.published() == 100 * STOCKS);
        String topic = Topics.tickers(georegion).name();
        admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(50)))
                .all()
                .get();

        Recorder recorder = new Recorder();
        Map<Integer, Long> offsets = Map.of(0, 10L, 1, 1_000_000L);
        try (TickConsumer consumer =
                TickConsumer.fromOffsets(kafka, georegion, offsets, recorder)) {
            await(() -> consumer.caughtUp() && consumer.gaps() == 2);
        }
        assertThat(recorder.gaps).anyMatch(gap -> gap.equals("0: 10 -> 50"));
        assertThat(recorder.gaps).anyMatch(gap -> gap.startsWith("1: 1000000 -> "));
        assertThat(recorder.ticks.stream().filter(tick -> tick.partition == 0))
                .isNotEmpty()
                .allMatch(tick -> tick.offset >= 50);
    }

    @Test
    void shouldStopAndSaySoWhenTheListenerFails() {
        Recorder recorder = new Recorder();
        try (TickConsumer consumer = TickConsumer.fromEnd(kafka, georegion, recorder)) {
            publisher.publish("A", 1, 1, 666, 0, () -> {});
            await(() -> !recorder.failures.isEmpty());

            assertThat(recorder.failures.get(0)).hasMessage("bad price");
            assertThat(consumer.malformed()).isZero();
        }
    }

    @Test
    void shouldRefuseToStartWhenThereIsNoTopic() {
        assertThatThrownBy(() -> TickConsumer.fromEnd(kafka, "nowhere", new Recorder()))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("tickers.nowhere");
    }

    private void publish(long from, long to) {
        for (long sequence = from; sequence <= to; sequence++) {
            for (int stock = 1; stock <= STOCKS; stock++) {
                publisher.publish(
                        "S" + stock, stock, sequence, 10_000 + sequence, sequence, () -> {});
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(POLL);
        }
    }
}
