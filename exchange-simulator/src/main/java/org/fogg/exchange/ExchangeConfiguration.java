package org.fogg.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.fogg.exchange.fault.Faults;
import org.fogg.exchange.journal.KafkaJournals;
import org.fogg.exchange.kafka.KafkaSettings;
import org.fogg.exchange.market.Market;
import org.fogg.exchange.market.TickSink;
import org.fogg.exchange.web.ExecutionMetrics;
import org.fogg.exchange.web.Hosts;
import org.fogg.exchange.web.PriceListener;
import org.fogg.ticker.stream.TickPublisher;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    @Bean
    World world(ExchangeProperties properties) {
        return World.of(properties);
    }

    @Bean
    KafkaSettings kafkaSettings(ExchangeProperties properties) {
        return new KafkaSettings(properties.kafka().bootstrap(), properties.kafka().replication());
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    TickPublisher tickPublisher(ExchangeProperties properties) {
        return new TickPublisher(properties.kafka().bootstrap(), properties.georegion());
    }

    @Bean
    List<Market> markets(World world, TickPublisher publisher, Faults faults) {
        TickSink sink =
                (symbol, stockId, sequence, price, at, givenUp) -> {
                    publisher.publish(symbol, stockId, sequence, price, at, givenUp);
                    if (faults.duplicatesTick()) {
                        publisher.publish(symbol, stockId, sequence, price, at, () -> {});
                    }
                };
        LongSupplier clock = ExchangeConfiguration::now;
        return world.exchanges().stream().map(each -> new Market(each, sink, clock)).toList();
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }

    @Bean(initMethod = "", destroyMethod = "close")
    ExchangeService exchangeService(
            World world,
            List<Market> markets,
            KafkaSettings kafka,
            ExchangeProperties properties,
            MeterRegistry registry,
            TickPublisher publisher) {
        ExchangeService service =
                new ExchangeService(
                        world,
                        markets,
                        new KafkaJournals(kafka, properties.exchange().journalWithin()),
                        kafka,
                        properties);
        ExchangeMetrics.register(registry, service, publisher);
        return service;
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> starter(
            ExchangeService service, Environment environment) {
        return ready -> service.start(environment.getRequiredProperty("local.server.port"));
    }

    @Bean
    Hosts hosts(List<Market> markets) {
        return new Hosts(markets);
    }

    @Bean
    PriceListener priceListener(ExchangeService service) {
        return service::priceSet;
    }

    @Bean
    ExecutionMetrics executionMetrics(MeterRegistry registry) {
        return new ExecutionMetrics(registry);
    }

    @Bean("exchanges")
    ExchangesHealthIndicator exchangesHealthIndicator(ExchangeService service) {
        return new ExchangesHealthIndicator(service);
    }
}
