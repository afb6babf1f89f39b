package org.fogg.exchange;

import org.fogg.exchange.market.Market;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up while every exchange trades: its journal is read and writable, its listings are registered and
 * every stock has a price.
 */
final class ExchangesHealthIndicator extends AbstractHealthIndicator {

    private final ExchangeService service;

    ExchangesHealthIndicator(ExchangeService service) {
        this.service = service;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        for (Market market : service.markets()) {
            boolean trading = market.isTrading();
            boolean priced = market.stocks().stream().allMatch(each -> each.sequence() > 0);
            builder.withDetail(
                    market.listing().code(),
                    trading ? (priced ? "trading" : "waiting for prices") : "waiting for journal");
            if (!trading || !priced) {
                builder.down();
            }
        }
        if (!service.isTicking()) {
            builder.down().withDetail("ticker", "stopped, see the log");
        }
    }
}
