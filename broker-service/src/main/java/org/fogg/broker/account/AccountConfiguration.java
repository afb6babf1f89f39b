package org.fogg.broker.account;

import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.market.LastPrices;
import org.fogg.broker.market.StatisticsView;
import org.fogg.broker.orders.Orders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires account, positions and activities. */
@Configuration(proxyBeanMethods = false)
@Import({AccountController.class, PositionController.class, ActivityController.class})
public class AccountConfiguration {

    @Bean
    Valuation valuation(LastPrices prices) {
        return new Valuation(prices);
    }

    @Bean
    Sweeps sweeps(ForeignBrokers brokers, AccountReads reads, FoggProperties settings) {
        return new Sweeps(
                brokers,
                reads,
                settings.georegion(),
                settings.foreign().keySet(),
                UUID::randomUUID);
    }

    @Bean
    Positions positions(
            AccountReads reads,
            Assets assets,
            LastPrices prices,
            StatisticsView statistics,
            Orders orders) {
        return new Positions(reads, assets, prices, statistics, orders);
    }
}
