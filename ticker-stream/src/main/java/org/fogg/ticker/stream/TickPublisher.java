package org.fogg.ticker.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fogg.contracts.Topics;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.TickEncoder;

/**
 * Publishes ticks to a georegion's topic, each on its way at once. Thread-safe, as long as the
 * ticks of one stock are published in order.
 *
 * <p>When Kafka answers late, a tick may be in the topic twice: once Kafka's producer has given up
 * a tick, it sends those under way behind it as new ones. Readers go by the stock's sequence.
 *
 * <p>Errors: a tick that Kafka does not take within {@value #DELIVERY_MS} ms is given up, counted
 * and told to who sent it: unless a newer one has replaced it, the stock's price has to be sent
 * again. Nothing is thrown for it.
 */
public final class TickPublisher implements AutoCloseable {

    private static final int DELIVERY_MS = 2_000;
    private static final int REQUEST_MS = 1_000;
    private static final int MAX_BLOCK_MS = 500;
    private static final int BUFFER_BYTES = 4 << 20;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /** Connects to Kafka in the background. */
    public TickPublisher(String bootstrapServers, String georegion) {
        this(bootstrapServers, georegion, DELIVERY_MS, MAX_BLOCK_MS);
    }

    TickPublisher(String bootstrapServers, String georegion, int deliveryMs, int maxBlockMs) {
        this(new KafkaProducer<>(settings(bootstrapServers, deliveryMs, maxBlockMs)), georegion);
    }

    TickPublisher(Producer<byte[], byte[]> producer, String georegion) {
        this.producer = producer;
        this.topic = Topics.tickers(georegion).name();
    }

    private static Map<String, Object> settings(
            String bootstrapServers, int deliveryMs, int maxBlockMs) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "tick-publisher",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                deliveryMs,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                REQUEST_MS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                maxBlockMs,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_BYTES);
    }

    /**
     * Sends one tick. Returns at once, but while Kafka is away may wait up to {@value
     * #MAX_BLOCK_MS} ms.
     *
     * @param symbol the stock's symbol, the record's key
     * @param price in 1/10,000
     * @param publishedAt nanoseconds since the Unix epoch
     * @param givenUp called once if the tick is given up, on this thread or on Kafka's own, which
     *     it must not hold up
     */
    public void publish(
            String symbol,
            int stockId,
            long sequence,
            long price,
            long publishedAt,
            Runnable givenUp) {
        byte[] key = symbol.getBytes(StandardCharsets.US_ASCII);
        byte[] value = encode(stockId, sequence, price, publishedAt);
        try {
            producer.send(
                    new ProducerRecord<>(topic, key, value),
                    (metadata, error) -> {
                        if (error == null) {
                            published.incrementAndGet();
                        } else {
                            giveUp(givenUp);
                        }
                    });
        } catch (KafkaException e) {
            // Without metadata or buffer space for a while, which is Kafka being away.
            giveUp(givenUp);
        }
    }

    private void giveUp(Runnable givenUp) {
        failed.incrementAndGet();
        givenUp.run();
    }

    private static byte[] encode(int stockId, long sequence, long price, long publishedAt) {
        byte[] value = new byte[MessageHeaderEncoder.ENCODED_LENGTH + TickEncoder.BLOCK_LENGTH];
        new TickEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(value), 0, new MessageHeaderEncoder())
                .stockId(stockId)
                .sequence(sequence)
                .price(price)
                .publishedAt(publishedAt);
        return value;
    }

    /** Ticks that Kafka has taken. */
    public long published() {
        return published.get();
    }

    /** Ticks that were given up. */
    public long failed() {
        return failed.get();
    }

    /** Sends what is still on its way, for at most two seconds. */
    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
