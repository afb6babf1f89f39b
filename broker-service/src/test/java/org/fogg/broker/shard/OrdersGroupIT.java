package org.fogg.broker.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.fogg.broker.kafka.KafkaClients;
import org.fogg.broker.kafka.TopicMaker;
import org.fogg.contracts.Topics;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.Test;

/** Who has which shard, as Kafka's own group protocol has it. */
@UseServers(ServerKind.KAFKA)
class OrdersGroupIT {

    private static final int SHARDS = 4;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String GROUP = "group-" + UUID.randomUUID();
    private static final String ONE = GROUP + "-one";
    private static final String OTHER = GROUP + "-other";

    private final AgentWorld world = new AgentWorld();

    /** A process that is killed after it has given shards up, before it has told the group. */
    private static final class Dies implements ConsumerRebalanceListener {

        private boolean dead;

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!dead) {
                dead = true;
                throw new IllegalStateException("killed");
            }
        }
    }

    @Test
    void shouldLeaveNoShardWithoutAnOwnerWhenAMemberDiesWhileItGivesSomeUpAndComesBack(
            Servers servers) throws Exception {
        Topics.Topic topic = Topics.orders(GROUP, SHARDS);
        try (Admin admin = new KafkaClients(servers.kafka(), GROUP).admin()) {
            new TopicMaker(admin, (short) 1).ensure(List.of(topic));
        }
        Consumer<byte[], byte[]> killed = member(servers, ONE);
        killed.subscribe(List.of(topic.name()), new Dies());
        until(() -> killed.assignment().size() == SHARDS, killed);

        try (Consumer<byte[], byte[]> other = member(servers, OTHER)) {
            other.subscribe(List.of(topic.name()));
            assertThatThrownBy(() -> until(() -> false, other, killed))
                    .hasRootCauseMessage("killed");
            killed.close(
                    CloseOptions.groupMembershipOperation(
                            CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));

            OrdersConsumer back = orders(servers, topic.name());
            Thread thread = new Thread(back, "orders");
            thread.start();
            try {
                until(() -> other.assignment().size() == SHARDS / 2, other);
                assertThat(back.recovering()).hasSize(SHARDS / 2);
            } finally {
                back.stop();
                thread.join();
            }
        }
    }

    private static Consumer<byte[], byte[]> member(Servers servers, String name) {
        return new KafkaClients(servers.kafka(), name).member(GROUP);
    }

    /** In the place of the one that was killed; it does not come as far as reading journals. */
    private OrdersConsumer orders(Servers servers, String topic) {
        return new OrdersConsumer(
                () -> member(servers, ONE),
                1,
                topic,
                world.agent,
                new ShardRecovery(world.ports),
                recovery -> {},
                world.keptAside,
                System::nanoTime);
    }

    @SafeVarargs
    private static void until(BooleanSupplier condition, Consumer<byte[], byte[]>... members) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(deadline);
            for (Consumer<byte[], byte[]> member : members) {
                member.poll(POLL);
            }
        }
    }
}
