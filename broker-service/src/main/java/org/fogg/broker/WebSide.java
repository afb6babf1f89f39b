package org.fogg.broker;

import org.fogg.broker.account.AccountConfiguration;
import org.fogg.broker.admin.AdminConfiguration;
import org.fogg.broker.assets.AssetsConfiguration;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.health.HealthConfiguration;
import org.fogg.broker.inbound.InboundConfiguration;
import org.fogg.broker.orders.OrdersConfiguration;
import org.fogg.broker.security.SecurityConfiguration;
import org.fogg.broker.stocks.StocksConfiguration;
import org.fogg.broker.updates.UpdatesConfiguration;
import org.fogg.broker.web.WebConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The REST API over its ports: the command gateway, the market's views, the readers and stores. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FoggProperties.class)
@Import({
    WebConfiguration.class,
    SecurityConfiguration.class,
    AssetsConfiguration.class,
    OrdersConfiguration.class,
    AccountConfiguration.class,
    StocksConfiguration.class,
    AdminConfiguration.class,
    UpdatesConfiguration.class,
    HealthConfiguration.class,
    InboundConfiguration.class
})
class WebSide {}
