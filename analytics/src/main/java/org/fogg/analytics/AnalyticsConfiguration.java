package org.fogg.analytics;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.fogg.analytics.events.EventBatch;
import org.fogg.analytics.events.EventReader;
import org.fogg.analytics.events.OrderEventListener;
import org.fogg.analytics.events.TickListener;
import org.fogg.analytics.events.TickSampler;
import org.fogg.analytics.health.RecordsHealth;
import org.fogg.analytics.index.DocumentWriter;
import org.fogg.analytics.index.IndexTemplates;
import org.fogg.analytics.index.Undecodable;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.analytics.live.LiveTrades;
import org.fogg.analytics.metrics.TradeTimes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Wires by hand what turns messages into documents. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {

    private static final int EVENTS_WAIT_MILLIS = 500;
    private static final int TICKS_WAIT_MILLIS = 1_000;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 15_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    RestClient restClient(AnalyticsProperties properties) {
        return RestClient.builder(HttpHost.create(properties.elasticsearchUrl().toString()))
                .setRequestConfigCallback(
                        request ->
                                request.setConnectTimeout(CONNECT_MILLIS)
                                        .setSocketTimeout(ANSWER_MILLIS))
                .build();
    }

    @Bean
    ElasticsearchClient elasticsearchClient(RestClient restClient) {
        return new ElasticsearchClient(
                new RestClientTransport(restClient, new Jackson3JsonpMapper()));
    }

    @Bean
    IndexTemplates indexTemplates(ElasticsearchClient client) {
        return new IndexTemplates(client);
    }

    @Bean
    DocumentWriter documentWriter(
            ElasticsearchClient client, IndexTemplates templates, MeterRegistry registry) {
        return new DocumentWriter(client, templates, registry);
    }

    @Bean
    Undecodable undecodable(MeterRegistry registry) {
        return new Undecodable(registry);
    }

    @Bean
    RecordsHealth recordsHealth(Undecodable undecodable) {
        return new RecordsHealth(undecodable);
    }

    @Bean
    ListingBook listingBook(Undecodable undecodable) {
        return new ListingBook(undecodable);
    }

    @Bean
    LiveTrades liveTrades() {
        return new LiveTrades();
    }

    @Bean
    TradeTimes tradeTimes(ElasticsearchClient client, Clock clock, MeterRegistry registry) {
        return new TradeTimes(client, clock, registry);
    }

    @Bean
    Consumers consumers(AnalyticsProperties properties) {
        return new Consumers(properties);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> listings(
            Consumers consumers, ListingBook book) {
        return consumers.fromTheStart(Consumers.LISTINGS, book);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> orderEvents(
            AnalyticsProperties properties,
            Consumers consumers,
            DocumentWriter writer,
            ListingBook book,
            Clock clock,
            LiveTrades live,
            TradeTimes times,
            Undecodable undecodable) {
        OrderEventListener listener =
                new OrderEventListener(
                        new EventReader(book, clock),
                        writer,
                        trades -> written(trades, live, times),
                        undecodable);
        return consumers.gathering(
                Consumers.ORDER_EVENTS, listener, properties.group(), EVENTS_WAIT_MILLIS);
    }

    private static void written(List<EventBatch.Trade> trades, LiveTrades live, TradeTimes times) {
        for (EventBatch.Trade trade : trades) {
            live.add(trade.document().source());
            times.written(trade.document(), trade.durableAt());
        }
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> ticks(
            AnalyticsProperties properties,
            Consumers consumers,
            DocumentWriter writer,
            ListingBook book,
            Undecodable undecodable) {
        TickSampler sampler = new TickSampler(book, properties.tickSampleMillis());
        TickListener listener = new TickListener(sampler, writer, undecodable);
        return consumers.gathering(
                Consumers.TICKERS, listener, properties.tickGroup(), TICKS_WAIT_MILLIS);
    }
}
