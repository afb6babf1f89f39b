package org.fogg.broker.orders;

import java.time.Clock;
import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.market.LastPrices;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.web.Stages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires orders. */
@Configuration(proxyBeanMethods = false)
@Import(OrderController.class)
public class OrdersConfiguration {

    @Bean
    ForeignOrders foreignOrders(
            CommandGateway gateway,
            ForeignBrokers brokers,
            OrderReads reads,
            PortfolioStore portfolio,
            LastPrices prices,
            FoggProperties settings) {
        var funds = new ForeignFunds(prices, settings.limits().toTradingLimits());
        return new ForeignOrders(gateway, brokers, reads, portfolio, funds);
    }

    @Bean
    Orders orders(
            CommandGateway gateway,
            OrderReads reads,
            Assets assets,
            Clock clock,
            Stages stages,
            ForeignOrders foreign) {
        OrderForm form = new OrderForm(assets, clock, UUID::randomUUID);
        return new Orders(gateway, reads, form, assets, stages, foreign);
    }

    @Bean
    OrderListing orderListing(Orders orders, Assets assets) {
        return new OrderListing(orders, assets);
    }
}
