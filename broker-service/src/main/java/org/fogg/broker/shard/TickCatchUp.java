package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.fogg.ticker.stream.TickConsumer;
import org.fogg.ticker.stream.TickListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads ticks again with a consumer of its own, once for all shards that ask at about the same
 * time. Runs on one thread; what fails is tried again.
 */
final class TickCatchUp implements CatchUp, Runnable {

    private static final Logger log = LoggerFactory.getLogger(TickCatchUp.class);
    private static final long GATHER_MS = 20;
    private static final long CHECK_MS = 2;
    private static final long RETRY_MS = 500;

    private final String bootstrap;
    private final String georegion;
    private final Supplier<ExecutionAgent> agent;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    private record Request(OwnedShard shard, Map<Integer, Long> offsets) {}

    TickCatchUp(String bootstrap, String georegion, Supplier<ExecutionAgent> agent) {
        this.bootstrap = bootstrap;
        this.georegion = georegion;
        this.agent = agent;
    }

    @Override
    public void request(OwnedShard shard, Map<Integer, Long> offsets) {
        requests.add(new Request(shard, Map.copyOf(offsets)));
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Request> group = new ArrayList<>();
                group.add(requests.take());
                TimeUnit.MILLISECONDS.sleep(GATHER_MS);
                requests.drainTo(group);
                serve(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(List<Request> group) throws InterruptedException {
        List<OwnedShard> shards = group.stream().map(Request::shard).toList();
        while (!readOnce(shards, earliest(group))) {
            TimeUnit.MILLISECONDS.sleep(RETRY_MS);
        }
        agent.get().onCaughtUp(shards);
    }

    /** Where to begin for all; a partition that any of them lacks is read from the beginning. */
    private static Map<Integer, Long> earliest(List<Request> group) {
        Set<Integer> partitions = new HashSet<>();
        group.forEach(request -> partitions.addAll(request.offsets().keySet()));
        Map<Integer, Long> earliest = new HashMap<>();
        for (int partition : partitions) {
            long least = Long.MAX_VALUE;
            for (Request request : group) {
                least = Math.min(least, request.offsets().getOrDefault(partition, -1L));
            }
            if (least >= 0) {
                earliest.put(partition, least);
            }
        }
        return earliest;
    }

    private boolean readOnce(List<OwnedShard> shards, Map<Integer, Long> offsets)
            throws InterruptedException {
        var relay = new Relay(shards);
        try (TickConsumer consumer =
                TickConsumer.fromOffsets(bootstrap, georegion, offsets, relay)) {
            while (!consumer.caughtUp() && relay.failure == null) {
                TimeUnit.MILLISECONDS.sleep(CHECK_MS);
            }
        } catch (KafkaException e) {
            log.warn("Cannot read ticks again yet: {}", e.getMessage());
            return false;
        }
        if (relay.failure != null) {
            log.warn("Reading ticks again failed, trying again", relay.failure);
        }
        return relay.failure == null;
    }

    private final class Relay implements TickListener {

        private final List<OwnedShard> shards;
        private volatile @Nullable Exception failure;

        private Relay(List<OwnedShard> shards) {
            this.shards = shards;
        }

        @Override
        public void onTick(
                int stockId,
                long sequence,
                long price,
                long publishedAt,
                int partition,
                long offset) {
            agent.get().onOldTick(shards, stockId, sequence, price, publishedAt, partition, offset);
        }

        @Override
        public void onGap(int partition, long wanted, long found) {
            log.warn(
                    "Ticks {} to {} of partition {} are gone: stops touched by them may be late",
                    wanted,
                    found,
                    partition);
        }

        @Override
        public void onFailure(Exception cause) {
            failure = cause;
        }
    }
}
