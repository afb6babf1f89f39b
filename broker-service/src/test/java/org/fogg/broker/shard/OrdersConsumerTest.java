package org.fogg.broker.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.broker.shard.AgentWorld.SHARD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fogg.broker.command.KeptAside;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How shards come and go with the group's membership, on Kafka's own mock of its client. */
class OrdersConsumerTest {

    private static final String TOPIC = "orders.test";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, SHARD);

    private final AgentWorld world = new AgentWorld();
    private final List<MockConsumer<byte[], byte[]>> members = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stepping = new AtomicBoolean(true);
    private OrdersConsumer orders;
    private Thread thread;
    private Thread agent;

    @BeforeEach
    void start() {
        var producer =
                new MockProducer<>(
                        true, null, new ByteArraySerializer(), new ByteArraySerializer());
        orders =
                new OrdersConsumer(
                        this::member,
                        1,
                        TOPIC,
                        world.agent,
                        new ShardRecovery(world.ports),
                        Runnable::run,
                        new KeptAside(producer, "kept-aside"),
                        () -> world.now);
        thread = new Thread(orders, "orders");
        thread.start();
        // The agent needs a thread of its own here, for a hand-over waits for it.
        agent =
                new Thread(
                        () -> {
                            while (stepping.get()) {
                                world.settle();
                                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                            }
                        });
        agent.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        orders.stop();
        thread.join();
        stepping.set(false);
        agent.join();
    }

    private Consumer<byte[], byte[]> member() {
        var member = new MockConsumer<byte[], byte[]>("earliest");
        member.updateBeginningOffsets(Map.of(PARTITION, 0L));
        members.add(member);
        return member;
    }

    private MockConsumer<byte[], byte[]> latest() {
        return members.get(members.size() - 1);
    }

    private void assign() {
        latest().schedulePollTask(() -> latest().rebalance(List.of(PARTITION)));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private List<EntryKind> journal() {
        return new ArrayList<>(world.journal.entries(SHARD))
                .stream().map(JournalEntry::kind).toList();
    }

    private long owners() {
        return journal().stream().filter(EntryKind.OWNER::equals).count();
    }

    @Test
    void shouldBeAMemberOnlyOnceTheGroupHasAnswered() {
        assertThat(orders.isMember()).isFalse();

        assign();

        await(orders::isMember);
        await(() -> owners() == 1);
    }

    @Test
    void shouldJoinAnewAndTakeItsShardsOverWhenReadingFails() {
        assign();
        await(() -> owners() == 1);

        latest().schedulePollTask(() -> latest().setPollException(new KafkaException("broken")));
        await(() -> members.size() == 2);
        assertThat(orders.isMember()).isFalse();
        assign();

        await(() -> owners() == 2);
        assertThat(members.get(0).closed()).isTrue();
    }

    @Test
    void shouldWriteNothingToTheJournalOfAShardThatIsLost() throws InterruptedException {
        assign();
        await(() -> !world.readyFrom.isEmpty());
        // A planned hand-over would append how far ticks were read.
        var seen = new CountDownLatch(1);
        world.agent.onTick(AgentWorld.STOCK.id(), 1, 100_0000, world.now, 0, 7);
        world.inbox.putInput(seen::countDown);
        assertThat(seen.await(2, TimeUnit.MINUTES)).isTrue();

        latest().schedulePollTask(() -> latest().setPollException(new KafkaException("broken")));
        await(() -> members.size() == 2);
        assign();

        await(() -> owners() == 2);
        assertThat(journal()).containsExactly(EntryKind.OWNER, EntryKind.OWNER);
    }

    @Test
    void shouldStopForGoodWhenAnotherProcessHasItsPlace() throws InterruptedException {
        assign();
        await(() -> owners() == 1);

        latest().schedulePollTask(
                        () -> latest().setPollException(new FencedInstanceIdException("other")));
        thread.join(TimeUnit.MINUTES.toMillis(2));

        assertThat(thread.isAlive()).isFalse();
        assertThat(orders.isMember()).isFalse();
        assertThat(members).hasSize(1);
    }
}
