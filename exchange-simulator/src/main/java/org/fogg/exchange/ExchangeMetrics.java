package org.fogg.exchange;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.fogg.exchange.market.Market;
import org.fogg.ticker.stream.TickPublisher;

/** Makes counts that the parts keep themselves visible to monitoring. */
final class ExchangeMetrics {

    private ExchangeMetrics() {}

    static void register(MeterRegistry registry, ExchangeService service, TickPublisher ticks) {
        FunctionCounter.builder("fogg.exchange.ticks", ticks, TickPublisher::published)
                .description("Ticks that Kafka has taken")
                .register(registry);
        FunctionCounter.builder("fogg.exchange.ticks.failed", ticks, TickPublisher::failed)
                .description("Ticks that were given up because Kafka was away")
                .register(registry);
        FunctionCounter.builder(
                        "fogg.exchange.ticks.skipped", service, ExchangeService::skippedTicks)
                .description("Prices that came while their exchange was not trading")
                .register(registry);
        FunctionCounter.builder("fogg.exchange.openings", service, ExchangeService::openings)
                .description("How often an exchange was opened: once, and after each failure")
                .register(registry);
        for (Market market : service.markets()) {
            String code = market.listing().code();
            Gauge.builder("fogg.exchange.attempts", market, Market::attempts)
                    .description("Attempts remembered")
                    .tag("exchange", code)
                    .register(registry);
            Gauge.builder("fogg.exchange.trading", market, each -> each.isTrading() ? 1 : 0)
                    .description("1 while it takes requests")
                    .tag("exchange", code)
                    .register(registry);
        }
    }
}
