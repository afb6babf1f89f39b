package org.fogg.broker.market;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.apache.kafka.common.KafkaException;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.kafka.TopicMaker;
import org.fogg.contracts.Topics;
import org.fogg.ticker.stream.TickConsumer;
import org.fogg.ticker.stream.TickListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every tick of the georegion to those who want it, first to the one that trades on it.
 * Begins some way back, so that last prices are known. When reading fails it begins again where it
 * was.
 */
public final class TickFeed implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(TickFeed.class);
    private static final long HISTORY = 50_000;
    private static final long CHECK_MS = 50;
    private static final long RETRY_MS = 500;

    private final String bootstrap;
    private final String georegion;
    private final TopicMaker topics;
    private final Sink first;
    private final PriceBoard board;
    private final Consumer<Map<Integer, Long>> begins;
    private final KeptAside keptAside;
    private final @Nullable IntToLongFunction delayNanos;
    private final Map<Integer, Long> positions = new HashMap<>();
    private volatile boolean caughtUp;
    private volatile @Nullable Exception failure;

    /** Takes ticks, on the feed's thread; may make it wait. */
    @FunctionalInterface
    public interface Sink {

        /** One tick, and where it was read. */
        void onTick(
                int stockId,
                long sequence,
                long price,
                long publishedAt,
                int partition,
                long offset);
    }

    /**
     * @param first has each tick before the board has it
     * @param begins told of the offsets by partition before the first tick comes
     * @param keptAside has what is no tick
     * @param delayNanos by stock, how long its ticks are under way; null for no distance
     */
    public TickFeed(
            String bootstrap,
            String georegion,
            TopicMaker topics,
            Sink first,
            PriceBoard board,
            Consumer<Map<Integer, Long>> begins,
            KeptAside keptAside,
            @Nullable IntToLongFunction delayNanos) {
        this.bootstrap = bootstrap;
        this.georegion = georegion;
        this.topics = topics;
        this.first = first;
        this.board = board;
        this.begins = begins;
        this.keptAside = keptAside;
        this.delayNanos = delayNanos;
    }

    /** Whether what was there at the start has been read. Thread-safe. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** Whether ticks are being read. Thread-safe. */
    public boolean isReading() {
        return caughtUp && failure == null;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                read();
                TimeUnit.MILLISECONDS.sleep(RETRY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        try {
            if (positions.isEmpty()) {
                positions.putAll(topics.latestTicks(georegion, HISTORY));
                begins.accept(Map.copyOf(positions));
            }
            failure = null;
            try (TickConsumer consumer =
                    TickConsumer.fromOffsets(
                            bootstrap, georegion, Map.copyOf(positions), new Relay(), delayNanos)) {
                watch(consumer);
            }
        } catch (ExecutionException | KafkaException e) {
            failure = e;
            log.warn("Ticks cannot be read yet: {}", e.getMessage());
        }
    }

    private void watch(TickConsumer consumer) throws InterruptedException {
        while (failure == null) {
            caughtUp |= consumer.caughtUp();
            TimeUnit.MILLISECONDS.sleep(CHECK_MS);
        }
        log.error("Reading ticks failed and begins again", failure);
    }

    private final class Relay implements TickListener {

        @Override
        public void onTick(
                int stockId,
                long sequence,
                long price,
                long publishedAt,
                int partition,
                long offset) {
            first.onTick(stockId, sequence, price, publishedAt, partition, offset);
            board.onTick(stockId, sequence, price, publishedAt);
            positions.put(partition, offset + 1);
        }

        @Override
        public void onGap(int partition, long wanted, long found) {
            log.warn("Ticks {} to {} of partition {} are gone", wanted, found, partition);
        }

        @Override
        public void onMalformed(
                int partition, long offset, byte @Nullable [] value, String reason) {
            String place = Topics.tickers(georegion).name() + "-" + partition + "@" + offset;
            keptAside.keep(place, null, value, reason);
            positions.put(partition, offset + 1);
        }

        @Override
        public void onFailure(Exception cause) {
            failure = cause;
        }
    }
}
