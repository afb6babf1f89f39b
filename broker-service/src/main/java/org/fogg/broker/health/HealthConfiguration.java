package org.fogg.broker.health;

import org.fogg.broker.home.Homes;
import org.fogg.broker.shard.ShardHealth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires health. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    BrokerHealth brokerHealthIndicator(ShardHealth shards, Homes homes) {
        return new BrokerHealth(shards, homes);
    }
}
