package org.fogg.broker.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandCodec;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the commands of the shards that the consumer group gives to this instance, on one thread. A
 * new shard's partition stays paused until it is recovered, and is then read from where its journal
 * says, not from the group's offset.
 *
 * <p>A revoked shard is handed over in order, a lost one dropped at once. A claim that ended
 * without Kafka's knowing is taken up again after a pause that is long enough for Kafka to tell if
 * the shard has gone to another instance.
 */
final class OrdersConsumer implements Ownership, ConsumerRebalanceListener, Runnable {

    private static final Logger log = LoggerFactory.getLogger(OrdersConsumer.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(3);
    private static final long RELEASE_WITHIN_MS = 800;
    private static final long RECLAIM_AFTER_NS = TimeUnit.SECONDS.toNanos(3);
    private static final long RETRY_AFTER_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_RETRY_NS = TimeUnit.SECONDS.toNanos(15);
    private static final long COMMIT_EVERY_NS = TimeUnit.SECONDS.toNanos(5);

    private final Supplier<Consumer<byte[], byte[]>> members;
    private final int term;
    private final String topic;
    private final ExecutionAgent agent;
    private final ShardRecovery recovery;
    private final Executor recoveries;
    private final KeptAside keptAside;
    private final LongSupplier clock;
    private final CommandCodec codec = new CommandCodec();
    private final Map<Integer, Claim> claims = new HashMap<>();
    private final Map<Integer, Long> reclaimAt = new HashMap<>();
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> progress = new ConcurrentHashMap<>();
    private final Map<Integer, Obstacle> obstacles = new ConcurrentHashMap<>();
    private volatile boolean running = true;
    private volatile boolean abandoned;
    private volatile boolean joined;
    private boolean returned;
    private volatile List<Integer> recovering = List.of();
    private volatile Consumer<byte[], byte[]> consumer;
    private long committedAt;

    /**
     * @param members makes a member of the term's group that has not subscribed yet
     */
    OrdersConsumer(
            Supplier<Consumer<byte[], byte[]>> members,
            int term,
            String topic,
            ExecutionAgent agent,
            ShardRecovery recovery,
            Executor recoveries,
            KeptAside keptAside,
            LongSupplier clock) {
        this.members = members;
        this.consumer = members.get();
        this.term = term;
        this.topic = topic;
        this.agent = agent;
        this.recovery = recovery;
        this.recoveries = recoveries;
        this.keptAside = keptAside;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (running) {
            try {
                consumer.subscribe(List.of(topic), this);
                while (running) {
                    pollOnce();
                }
            } catch (FencedInstanceIdException e) {
                // Another process has this one's place; to come back would take it away again.
                log.error("Another broker runs with this instance's number; this one stops");
                running = false;
                onPartitionsLost(partitions(claims.keySet()));
            } catch (WakeupException | InterruptException e) {
                running = false;
            } catch (RuntimeException e) {
                log.error("Reading commands failed; this instance joins the group anew", e);
                onPartitionsLost(partitions(claims.keySet()));
            }
            leave();
        }
    }

    private void leave() {
        joined = false;
        if (abandoned) {
            onPartitionsLost(partitions(claims.keySet()));
        } else if (!claims.isEmpty()) {
            onPartitionsRevoked(partitions(claims.keySet()));
        }
        // A member with a fixed id would keep its shards until its session ends, but it is leaving.
        consumer.close(
                CloseOptions.groupMembershipOperation(
                                CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(LEAVE_WITHIN));
        if (running) {
            LockSupport.parkNanos(RETRY_AFTER_NS);
            returned = false;
            consumer = members.get();
        }
    }

    private void pollOnce() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        reclaim();
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        rebalanceOnReturn();
        for (ConsumerRecord<byte[], byte[]> polled : records) {
            Claim claim = claims.get(polled.partition());
            if (claim != null) {
                agent.onCommand(claim, polled.offset(), decode(polled));
            }
        }
        commit();
    }

    /**
     * A member with a fixed id that comes back is given what it had, without a rebalance. If it
     * died after it had given shards up, and before it joined again for somebody to get them, they
     * would be nobody's as long as the group stays as it is.
     */
    private void rebalanceOnReturn() {
        if (joined && !returned) {
            returned = true;
            consumer.enforceRebalance("to give away what an earlier process gave up");
        }
    }

    private @Nullable Command decode(ConsumerRecord<byte[], byte[]> polled) {
        try {
            return codec.decode(polled.value());
        } catch (MalformedMessageException e) {
            keptAside.keep(polled, e.getMessage());
            return null;
        }
    }

    /** The group's offset is only a hint, for people who watch the lag. */
    private void commit() {
        long now = System.nanoTime();
        if (now - committedAt < COMMIT_EVERY_NS) {
            return;
        }
        committedAt = now;
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        progress.forEach(
                (shard, offset) -> {
                    if (claims.containsKey(shard)) {
                        offsets.put(
                                new TopicPartition(topic, shard), new OffsetAndMetadata(offset));
                    }
                });
        progress.clear();
        if (!offsets.isEmpty()) {
            consumer.commitAsync(
                    offsets,
                    (ignored, failure) -> {
                        if (failure != null) {
                            log.debug("Offsets not committed", failure);
                        }
                    });
        }
    }

    // What the group says, within poll

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
        if (!partitions.isEmpty()) {
            log.info("Shards assigned: {}", shards(partitions));
        }
        consumer.pause(partitions);
        for (TopicPartition partition : partitions) {
            claim(partition.partition());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        log.info("Shards revoked: {}", shards(partitions));
        long deadline = clock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(RELEASE_WITHIN_MS);
        List<CompletableFuture<Void>> releases = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Claim claim = forget(partition.partition());
            if (claim != null) {
                releases.add(agent.release(claim, deadline));
            }
        }
        await(CompletableFuture.allOf(releases.toArray(CompletableFuture[]::new)));
    }

    private static void await(CompletableFuture<Void> releases) {
        try {
            releases.get(RELEASE_WITHIN_MS * 2, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.warn("The hand-over of shards did not end in time");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A hand-over never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            log.warn("Shards lost: {}", shards(partitions));
        }
        for (TopicPartition partition : partitions) {
            Claim claim = forget(partition.partition());
            if (claim != null) {
                agent.drop(claim);
            }
        }
    }

    private @Nullable Claim forget(int shard) {
        reclaimAt.remove(shard);
        Claim claim = claims.remove(shard);
        noteRecovering(shard, false);
        return claim;
    }

    private static List<Integer> shards(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).sorted().toList();
    }

    private List<TopicPartition> partitions(Collection<Integer> shards) {
        return shards.stream().map(shard -> new TopicPartition(topic, shard)).toList();
    }

    // Claims

    private void claim(int shard) {
        var claim = new Claim(shard, term);
        claims.put(shard, claim);
        noteRecovering(shard, true);
        recoveries.execute(() -> recover(claim));
    }

    private void recover(Claim claim) {
        try {
            RecoveredShard recovered = recovery.recover(claim);
            if (recovered != null) {
                obstacles.remove(claim.shard());
                agent.adopt(recovered);
                tasks.add(() -> noteRecovering(claim.shard(), false));
            }
        } catch (RuntimeException e) {
            log.warn("Shard {} cannot be recovered yet", claim.shard(), e);
            claim.end();
            var first = new Obstacle(String.valueOf(e.getMessage()), RETRY_AFTER_NS);
            long after = obstacles.merge(claim.shard(), first, Obstacle::again).after();
            tasks.add(() -> reclaimLater(claim, after));
        }
    }

    /**
     * What keeps a shard from being recovered.
     *
     * @param after how long to wait before the next try, nanoseconds
     */
    private record Obstacle(String reason, long after) {

        private Obstacle again(Obstacle next) {
            return new Obstacle(next.reason(), Math.min(LONGEST_RETRY_NS, after * 2));
        }
    }

    private void reclaimLater(Claim claim, long after) {
        if (claims.get(claim.shard()) == claim) {
            noteRecovering(claim.shard(), true);
            consumer.pause(partitions(List.of(claim.shard())));
            reclaimAt.put(claim.shard(), System.nanoTime() + after);
        }
    }

    private void reclaim() {
        if (reclaimAt.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        for (int shard : List.copyOf(reclaimAt.keySet())) {
            if (now - reclaimAt.getOrDefault(shard, now) >= 0) {
                reclaimAt.remove(shard);
                claim(shard);
            }
        }
    }

    private void noteRecovering(int shard, boolean is) {
        List<Integer> next = new ArrayList<>(recovering);
        next.remove((Integer) shard);
        if (is) {
            next.add(shard);
        }
        recovering = List.copyOf(next);
    }

    // What the agent says, from its thread

    @Override
    public void ready(Claim claim, long fromOffset) {
        tasks.add(
                () -> {
                    if (claims.get(claim.shard()) == claim) {
                        var partition = new TopicPartition(topic, claim.shard());
                        consumer.seek(partition, fromOffset);
                        consumer.resume(List.of(partition));
                    }
                });
    }

    @Override
    public void lost(Claim claim) {
        tasks.add(() -> reclaimLater(claim, RECLAIM_AFTER_NS));
    }

    @Override
    public void progress(int shard, long offset) {
        progress.put(shard, offset);
    }

    // For anyone

    /** Whether this instance is a member of the group, with shards or without. */
    boolean isMember() {
        return joined;
    }

    /** Shards whose journal is being read. */
    List<Integer> recovering() {
        return recovering;
    }

    /** What keeps a shard's journal from being read, for people; empty when nothing does. */
    String obstacle(int shard) {
        Obstacle obstacle = obstacles.get(shard);
        return obstacle == null ? "" : " (" + obstacle.reason() + ")";
    }

    /** Makes {@link #run} drop all shards, which are another home's now, and return. */
    void abandon() {
        abandoned = true;
        running = false;
    }

    /** Makes {@link #run} hand all shards over, leave the group and return. */
    void stop() {
        running = false;
    }
}
