package org.fogg.broker.market;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.fogg.broker.statement.Preparation;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.TickDecoder;
import org.fogg.ticker.statistics.Candle;
import org.fogg.ticker.statistics.CandleBuilder;
import org.fogg.ticker.statistics.CandleSize;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * Writes candles of the stocks that the consumer group gives to this instance: an ended one at
 * once, the current one with every batch. The write time is that of the candle's latest tick, so
 * the fullest candle wins, whoever writes it. A new owner reads again from the start of the hour,
 * so that its first candles are whole.
 */
public final class CandleWriter implements BatchMessageListener<byte[], byte[]>, ConsumerSeekAware {

    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);
    private static final int BUCKET = 3600;

    /** Below the number of partitions in a batch from which Cassandra warns. */
    private static final int ROWS_A_REQUEST = 9;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CqlSession session;
    private final MarketDirectory directory;
    private final PreparedStatement insert;
    private final Map<Integer, StockCandles> stocks = new HashMap<>();
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TickDecoder tick = new TickDecoder();
    private final AtomicLong failures = new AtomicLong();
    private final List<BatchableStatement<?>> unsent = new ArrayList<>();
    private Map<TopicPartition, Long> resumeAt = Map.of();

    /**
     * @param keyspace the georegion's keyspace, whose tables exist
     */
    public CandleWriter(CqlSession session, String keyspace, MarketDirectory directory) {
        this.session = session;
        this.directory = directory;
        insert =
                Preparation.prepare(
                        session,
                        SimpleStatement.builder(
                                        "INSERT INTO "
                                                + keyspace
                                                + ".candles (symbol, resolution, bucket, time, open,"
                                                + " high, low, close, ticks) VALUES (?, ?, ?, ?, ?,"
                                                + " ?, ?, ?, ?) USING TIMESTAMP ?")
                                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                                .setIdempotence(true)
                                .build());
    }

    /** How many records were no ticks, and how many writes failed, since start. Thread-safe. */
    public long failures() {
        return failures.get();
    }

    @Override
    public void onPartitionsAssigned(
            Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        stocks.clear();
        resumeAt = Map.copyOf(assignments);
        long hour = System.currentTimeMillis() / HOUR_MS * HOUR_MS;
        assignments.keySet().forEach(p -> callback.seekToTimestamp(p.topic(), p.partition(), hour));
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> polled) {
        for (ConsumerRecord<byte[], byte[]> each : polled) {
            take(each);
        }
        for (StockCandles stock : stocks.values()) {
            stock.writeCurrent();
        }
        send();
    }

    /** Each row is a partition, but a request for each would cost more than all of the rest. */
    private void send() {
        for (int i = 0; i < unsent.size(); i += ROWS_A_REQUEST) {
            List<BatchableStatement<?>> rows =
                    List.copyOf(unsent.subList(i, Math.min(unsent.size(), i + ROWS_A_REQUEST)));
            session.executeAsync(
                            BatchStatement.newInstance(BatchType.UNLOGGED, rows)
                                    .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                                    .setIdempotent(true))
                    .exceptionally(
                            failure -> {
                                failures.addAndGet(rows.size());
                                return null;
                            });
        }
        unsent.clear();
    }

    private void take(ConsumerRecord<byte[], byte[]> polled) {
        byte @Nullable [] value = polled.value();
        var partition = new TopicPartition(polled.topic(), polled.partition());
        // What the group has read before made candles that are written, but for the current ones.
        boolean writes = polled.offset() >= resumeAt.getOrDefault(partition, 0L);
        try {
            source.wrap(value == null ? new byte[0] : value);
            tick.wrapAndApplyHeader(source, 0, header);
            if (header.schemaId() != TickDecoder.SCHEMA_ID
                    || tick.price() <= 0
                    || tick.sequence() <= 0) {
                // The feed of this broker keeps it aside.
                failures.incrementAndGet();
                return;
            }
            stocks.computeIfAbsent(tick.stockId(), StockCandles::new)
                    .onTick(tick.sequence(), tick.price(), tick.publishedAt(), writes);
        } catch (IndexOutOfBoundsException | IllegalStateException e) {
            failures.incrementAndGet();
        }
    }

    /** The candles of one stock. */
    private final class StockCandles {

        private final int stockId;
        private final Map<CandleSize, CandleBuilder> builders = new EnumMap<>(CandleSize.class);
        private long lastSequence;
        private long lastAt;
        private boolean changed;

        private StockCandles(int stockId) {
            this.stockId = stockId;
            for (CandleSize size : CandleSize.values()) {
                builders.put(size, new CandleBuilder(size));
            }
        }

        private void onTick(long sequence, long price, long publishedAt, boolean writes) {
            if (sequence <= lastSequence) {
                return;
            }
            long endedAt = lastAt;
            lastSequence = sequence;
            lastAt = publishedAt;
            changed = true;
            builders.forEach(
                    (size, builder) -> {
                        Candle ended = builder.onTick(price, publishedAt);
                        if (ended != null && writes) {
                            write(size, ended, endedAt);
                        }
                    });
        }

        private void writeCurrent() {
            if (!changed) {
                return;
            }
            changed = false;
            builders.forEach(
                    (size, builder) -> {
                        Candle current = builder.current();
                        if (current != null) {
                            write(size, current, lastAt);
                        }
                    });
        }

        private void write(CandleSize size, Candle candle, long writtenAt) {
            Stock stock = directory.stock(stockId);
            if (stock == null) {
                return;
            }
            long seconds = candle.start() / NANOS;
            unsent.add(
                    insert.bind(
                            stock.symbol(),
                            size.seconds(),
                            seconds / ((long) size.seconds() * BUCKET),
                            Instant.ofEpochSecond(seconds),
                            candle.open(),
                            candle.high(),
                            candle.low(),
                            candle.close(),
                            candle.ticks(),
                            TimeUnit.NANOSECONDS.toMicros(writtenAt)));
        }
    }
}
