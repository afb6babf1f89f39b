package org.fogg.broker.health;

import org.fogg.broker.home.Homes;
import org.fogg.broker.shard.ShardHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether orders can be decided here, and if not, what is away. */
final class BrokerHealth implements HealthIndicator {

    private final ShardHealth shards;
    private final Homes homes;

    BrokerHealth(ShardHealth shards, Homes homes) {
        this.shards = shards;
        this.homes = homes;
    }

    @Override
    public Health health() {
        ShardHealth.Status status = shards.status();
        Health.Builder health = status.isReady() ? Health.up() : Health.down();
        return health.withDetail("kafka", word(status.kafkaReachable()))
                .withDetail("cassandra", word(status.cassandraReachable()))
                .withDetail("listings", status.listingsLoaded() ? "loaded" : "not loaded")
                .withDetail("shardsOwned", status.owned())
                .withDetail("shardsRecovering", status.recovering())
                .withDetail("exchangesLoggedOn", status.loggedOn())
                .withDetail("exchangesAway", status.unreachable())
                .withDetail("recordsKeptAside", status.keptAside())
                .withDetail("home", homes.state().home())
                .withDetail("term", homes.state().term())
                .withDetail("durability", homes.state().takesWrites() ? "as set" : "degraded")
                .build();
    }

    private static String word(boolean reachable) {
        return reachable ? "reachable" : "away";
    }
}
