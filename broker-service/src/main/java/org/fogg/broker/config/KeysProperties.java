package org.fogg.broker.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How API keys are looked up.
 *
 * @param cacheSize most keys in memory, each with its rate limiter
 * @param cacheFor how long a key is in memory before it is read again
 * @param revocationPoll how often revoked keys are asked for, and so how long one may still work
 */
public record KeysProperties(
        @Min(1) @Max(1_000_000) @DefaultValue("20000") int cacheSize,
        @DurationMin(seconds = 1) @DurationMax(hours = 1) @DefaultValue("10m") Duration cacheFor,
        @DurationMin(millis = 50) @DurationMax(seconds = 10) @DefaultValue("500ms")
                Duration revocationPoll) {}
