package org.fogg.broker.account;

import org.fogg.broker.assets.Assets;
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
    Positions positions(
            AccountReads reads,
            Assets assets,
            LastPrices prices,
            StatisticsView statistics,
            Orders orders) {
        return new Positions(reads, assets, prices, statistics, orders);
    }
}
