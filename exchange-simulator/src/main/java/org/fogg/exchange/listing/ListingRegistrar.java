package org.fogg.exchange.listing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fogg.contracts.Topics;
import org.fogg.exchange.kafka.KafkaSettings;
import org.fogg.exchange.kafka.TopicCreator;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;
import org.jspecify.annotations.Nullable;

/**
 * Tells brokers which stocks an exchange lists and where it is. A stock that it used to list and
 * lists no more is taken back with an empty record.
 */
public final class ListingRegistrar {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TIMEOUT_MS = 5_000;

    private final KafkaSettings kafka;
    private final String georegion;

    /** Connects only when something is registered. */
    public ListingRegistrar(KafkaSettings kafka, String georegion) {
        this.kafka = kafka;
        this.georegion = georegion;
    }

    /**
     * Registers an exchange's stocks, durably.
     *
     * @param url base address of the exchange
     * @param stockIds by the places of the exchange's stocks
     * @throws KafkaException when Kafka is away
     */
    public void register(ExchangeListing exchange, String url, List<Integer> stockIds) {
        Topics.Topic topic = Topics.listings(georegion);
        TopicCreator.ensure(kafka, List.of(topic, Topics.tickers(georegion)));
        Set<String> gone = registered(topic.name(), exchange.code());
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(producerSettings())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < exchange.stocks().size(); i++) {
                StockListing stock = exchange.stocks().get(i);
                gone.remove(stock.symbol());
                byte[] value = ListingMessages.encode(exchange, stock, stockIds.get(i), url);
                sent.add(producer.send(message(topic.name(), stock.symbol(), value)));
            }
            for (String symbol : gone) {
                sent.add(producer.send(message(topic.name(), symbol, null)));
            }
            sent.forEach(ListingRegistrar::await);
        }
    }

    private static ProducerRecord<byte[], byte[]> message(
            String topic, String symbol, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, symbol.getBytes(StandardCharsets.US_ASCII), value);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("Listings cannot be registered", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Set<String> registered(String topic, String exchangeCode) {
        Set<String> symbols = new HashSet<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            List<TopicPartition> one = List.of(partition);
            consumer.assign(one);
            consumer.seekToBeginning(one);
            long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + Duration.ofMillis(TIMEOUT_MS).toNanos();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(POLL)) {
                    if (polled.key() == null) {
                        // Nobody's listing; brokers keep it aside.
                        continue;
                    }
                    String symbol = new String(polled.key(), StandardCharsets.US_ASCII);
                    if (exchangeCode.equals(ListingMessages.exchangeCode(polled.value()))) {
                        symbols.add(symbol);
                    } else {
                        symbols.remove(symbol);
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new KafkaException(topic + " stopped answering");
                }
            }
        }
        return symbols;
    }

    private Map<String, Object> producerSettings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrap(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                2 * TIMEOUT_MS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                TIMEOUT_MS);
    }

    private Map<String, Object> consumerSettings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrap(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS);
    }
}
