package org.fogg.broker.assets;

import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.market.ForeignDirectory;
import org.fogg.broker.market.MarketDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires assets, clock and calendar. */
@Configuration(proxyBeanMethods = false)
@Import({AssetController.class, ClockController.class})
public class AssetsConfiguration {

    @Bean
    Assets assets(MarketDirectory directory, ForeignDirectory foreign, ForeignBrokers brokers) {
        return new Assets(directory, foreign, brokers);
    }
}
