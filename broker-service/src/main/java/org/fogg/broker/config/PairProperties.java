package org.fogg.broker.config;

import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A georegion's two data centres.
 *
 * @param dcs both, the first home first; empty where there is one data centre
 * @param otherBrokers bases of the REST APIs of the other data centre's brokers
 * @param durability what a commit waits for
 * @param lostAfter how long nothing of a data centre may take connections before it counts as lost;
 *     three times as long where it is only silent
 */
public record PairProperties(
        @Size(max = 2) @DefaultValue List<String> dcs,
        @DefaultValue List<URI> otherBrokers,
        @DefaultValue("datacenter") Durability durability,
        @DurationMin(seconds = 1) @DurationMax(minutes = 10) @DefaultValue("2s")
                Duration lostAfter) {

    public PairProperties {
        dcs = List.copyOf(dcs);
        otherBrokers = List.copyOf(otherBrokers);
    }

    /** What a commit waits for. */
    public enum Durability {
        /** The home's data centre. */
        DATACENTER,
        /** Both data centres, unless it is decided to go on with one. */
        GEOREGION
    }
}
