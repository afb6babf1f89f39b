package org.fogg.analytics.trends;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the trends by hand. */
@Configuration(proxyBeanMethods = false)
class TrendsConfiguration {

    @Bean
    StockTrends stockTrends(ElasticsearchClient client) {
        return new StockTrends(new Searches(client));
    }

    @Bean
    OrderTrends orderTrends(ElasticsearchClient client) {
        return new OrderTrends(new Searches(client));
    }
}
