package org.fogg.analytics.health;

import org.fogg.analytics.index.Undecodable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells how many messages were kept aside; they stop nothing, so it is never down. */
public final class RecordsHealth implements HealthIndicator {

    private final Undecodable undecodable;

    /** Tells of these. */
    public RecordsHealth(Undecodable undecodable) {
        this.undecodable = undecodable;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("recordsKeptAside", undecodable.count()).build();
    }
}
