package org.fogg.analytics.trends;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.fogg.analytics.listings.ListingBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the trends by hand. */
@Configuration(proxyBeanMethods = false)
class TrendsConfiguration {

    @Bean
    StockTrends stockTrends(ElasticsearchClient client, ListingBook listings) {
        return new StockTrends(new Searches(client), listings);
    }

    @Bean
    OrderTrends orderTrends(ElasticsearchClient client) {
        return new OrderTrends(new Searches(client));
    }
}
