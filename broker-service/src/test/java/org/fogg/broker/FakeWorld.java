package org.fogg.broker;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.fogg.broker.home.Homes;
import org.fogg.broker.market.ForeignDirectory;
import org.fogg.broker.shard.ShardHealth;
import org.fogg.broker.updates.MemoryLog;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The REST API over fakes. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WebSide.class)
class FakeWorld {

    /** A Saturday afternoon; midnight is nearer in Tokyo than in London. */
    static final Instant NOW = Instant.parse("2026-11-21T14:30:00.000000123Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    FakeMarket market() {
        return new FakeMarket();
    }

    @Bean
    ForeignDirectory foreign() {
        return new FakeForeign();
    }

    @Bean
    FakeShards shards(FakeMarket market, Clock clock) {
        return new FakeShards(market, clock);
    }

    @Bean
    Homes homes() {
        return Homes.only("europe-eu-central-1");
    }

    @Bean
    FakeAbroad abroad(FakeShards shards) {
        return new FakeAbroad(shards);
    }

    @Bean
    FakeStores stores() {
        return new FakeStores();
    }

    @Bean
    MemoryLog updates() {
        return new MemoryLog();
    }

    @Bean
    ShardHealth shardHealth() {
        return () ->
                new ShardHealth.Status(
                        List.of(0, 1), List.of(), List.of("XLON"), List.of(), true, true, true, 0);
    }
}
