package org.fogg.broker.config;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fogg.ticker.wan.Distances;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Distances that messages are held back for, as round trips; none where nothing is given.
 *
 * @param georegions to the brokers of other georegions, by name
 * @param exchanges to the exchanges of the own georegion, by market code
 * @param pair between the data centres of the own georegion
 */
public record WanProperties(
        @DefaultValue
                Map<
                                @Pattern(
                                        regexp = FoggProperties.NAME,
                                        message = FoggProperties.NAME_RULE)
                                String,
                                @DurationMin @DurationMax(seconds = 1) Duration>
                        georegions,
        @DefaultValue Map<String, @DurationMin @DurationMax(seconds = 1) Duration> exchanges,
        @DurationMin @DurationMax(seconds = 1) @DefaultValue("0ms") Duration pair) {

    /** Takes copies. */
    public WanProperties {
        georegions = Map.copyOf(georegions);
        exchanges = Map.copyOf(exchanges);
    }

    /** The same as the broker uses them; codes of exchanges are in capitals. */
    public Distances toDistances() {
        return new Distances(
                georegions,
                exchanges.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.getKey().toUpperCase(Locale.ROOT),
                                        Map.Entry::getValue)),
                pair);
    }
}
