package org.fogg.analytics;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.fogg.analytics.events.EventBatch;
import org.fogg.analytics.events.EventReader;
import org.fogg.analytics.events.TickSampler;
import org.fogg.analytics.health.WorldHealth;
import org.fogg.analytics.index.DocumentWriter;
import org.fogg.analytics.index.IndexNames;
import org.fogg.analytics.index.IndexTemplates;
import org.fogg.analytics.index.Retention;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.analytics.metrics.ConsumerLag;
import org.fogg.analytics.metrics.TradeTimes;
import org.fogg.analytics.rebuild.Rebuild;
import org.fogg.analytics.web.SecurityHeaders;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires by hand what is done beside the stream: measuring, deleting, rebuilding. */
@Configuration(proxyBeanMethods = false)
class HousekeepingConfiguration {

    private static final int KAFKA_MILLIS = 3_000;

    @Bean(destroyMethod = "close")
    Admin kafkaAdmin(AnalyticsProperties properties) {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        properties.kafkaBootstrap(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        KAFKA_MILLIS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        KAFKA_MILLIS));
    }

    @Bean
    ConsumerLag eventLag(
            Admin admin,
            AnalyticsProperties properties,
            Consumers consumers,
            MeterRegistry registry) {
        return new ConsumerLag(
                admin,
                properties.group(),
                consumers.topics(Consumers.ORDER_EVENTS),
                Consumers.ORDER_EVENTS,
                registry);
    }

    @Bean
    ConsumerLag tickLag(
            Admin admin,
            AnalyticsProperties properties,
            Consumers consumers,
            MeterRegistry registry) {
        return new ConsumerLag(
                admin,
                properties.tickGroup(),
                consumers.topics(Consumers.TICKERS),
                Consumers.TICKERS,
                registry);
    }

    @Bean
    WorldHealth worldHealth(AnalyticsProperties properties) {
        Map<String, URI> parts = new HashMap<>(properties.parts());
        String kafka = properties.kafkaBootstrap().split(",", 2)[0];
        parts.put("kafka", URI.create("tcp://" + kafka));
        parts.put(
                "elasticsearch",
                URI.create(properties.elasticsearchUrl() + "/_cluster/health?local=true"));
        return new WorldHealth(parts);
    }

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders();
    }

    @Bean
    Retention retention(ElasticsearchClient client, Clock clock, AnalyticsProperties properties) {
        return new Retention(
                client,
                clock,
                Map.of(
                        IndexNames.TRADES, properties.retentionDays(),
                        IndexNames.ORDERS, properties.retentionDays(),
                        IndexNames.REFUSED, properties.retentionDays(),
                        IndexNames.TICKERS, properties.tickerRetentionDays()));
    }

    @Bean
    Housekeeping housekeeping(
            IndexTemplates templates,
            List<ConsumerLag> lags,
            TradeTimes times,
            Retention retention,
            WorldHealth health,
            List<Rebuild> rebuilds,
            ApplicationArguments arguments) {
        boolean rebuild = arguments.containsOption("rebuild");
        return new Housekeeping(
                templates, lags, times, retention, health, rebuild ? rebuilds : List.of());
    }

    @Bean
    Rebuild eventRebuild(
            Consumers consumers,
            DocumentWriter writer,
            ListingBook book,
            Clock clock,
            MeterRegistry registry) {
        EventReader reader = new EventReader(book, clock);
        return new Rebuild(
                "order-events",
                consumers::alone,
                consumers.topics(Consumers.ORDER_EVENTS),
                records -> {
                    EventBatch batch = new EventBatch();
                    records.forEach(message -> reader.read(message, batch));
                    writer.overwrite(batch.documents());
                    writer.keepAside(batch.malformed());
                },
                registry);
    }

    @Bean
    Rebuild tickRebuild(
            AnalyticsProperties properties,
            Consumers consumers,
            DocumentWriter writer,
            ListingBook book,
            MeterRegistry registry) {
        TickSampler sampler = new TickSampler(book, properties.tickSampleMillis());
        return new Rebuild(
                "tickers",
                consumers::alone,
                consumers.topics(Consumers.TICKERS),
                records -> {
                    TickSampler.Sample sample = sampler.sample(records);
                    writer.overwrite(sample.documents());
                    writer.keepAside(sample.malformed());
                    sampler.written(sample);
                },
                registry);
    }
}
