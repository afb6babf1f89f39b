package org.fogg.analytics;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.http.HttpHost;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.elasticsearch.client.RestClient;
import org.fogg.analytics.events.OrderEventListener;
import org.fogg.analytics.events.TickListener;
import org.fogg.analytics.index.DocumentWriter;
import org.fogg.analytics.index.IndexTemplates;
import org.fogg.analytics.listings.ListingBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Wires the service by hand. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {

    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LONGEST_RETRY_MILLIS = 5_000;
    private static final int GATHERED_BYTES = 256 * 1024;
    private static final int EVENTS_WAIT_MILLIS = 500;
    private static final int TICKS_WAIT_MILLIS = 1_000;

    @Bean(destroyMethod = "close")
    RestClient restClient(AnalyticsProperties properties) {
        return RestClient.builder(HttpHost.create(properties.elasticsearchUrl().toString()))
                .build();
    }

    @Bean
    ElasticsearchClient elasticsearchClient(RestClient restClient) {
        return new ElasticsearchClient(
                new RestClientTransport(restClient, new Jackson3JsonpMapper()));
    }

    @Bean
    DocumentWriter documentWriter(ElasticsearchClient client, MeterRegistry registry) {
        return new DocumentWriter(client, new IndexTemplates(client), registry);
    }

    @Bean
    ListingBook listingBook() {
        return new ListingBook();
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> listings(
            AnalyticsProperties properties, ListingBook book) {
        // A group of its own kept nowhere: every start reads all listings.
        return container(properties, "listings\\..*", book, Map.of());
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> orderEvents(
            AnalyticsProperties properties,
            DocumentWriter writer,
            ListingBook book,
            MeterRegistry registry) {
        return container(
                properties,
                "order-events\\..*",
                new OrderEventListener(writer, book, Clock.systemUTC(), registry),
                gathering(properties.group(), EVENTS_WAIT_MILLIS));
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> ticks(
            AnalyticsProperties properties, DocumentWriter writer, ListingBook book) {
        return container(
                properties,
                "tickers\\..*",
                new TickListener(writer, book, properties.tickSampleMillis()),
                gathering(properties.group() + ".ticks", TICKS_WAIT_MILLIS));
    }

    /** Reads in large steps: a fetch for every record would cost Kafka more than the trading. */
    private static Map<String, Object> gathering(String group, int waitMillis) {
        return Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                GATHERED_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                waitMillis);
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            AnalyticsProperties properties,
            String topics,
            Object listener,
            Map<String, Object> settings) {
        Map<String, Object> consumer = new HashMap<>();
        consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafkaBootstrap());
        consumer.put(
                ConsumerConfig.GROUP_ID_CONFIG,
                properties.group() + ".listings." + UUID.randomUUID());
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batchSize());
        // New georegions are found within this time.
        consumer.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        consumer.putAll(settings);
        ContainerProperties container = new ContainerProperties(Pattern.compile(topics));
        container.setMessageListener(listener);
        ConcurrentMessageListenerContainer<byte[], byte[]> result =
                new ConcurrentMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(
                                consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                        container);
        result.setCommonErrorHandler(new DefaultErrorHandler(patience()));
        return result;
    }

    private static ExponentialBackOff patience() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_RETRY_MILLIS);
        return backOff;
    }
}
