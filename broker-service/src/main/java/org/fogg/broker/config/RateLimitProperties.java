package org.fogg.broker.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one API key may make; more are refused with 429.
 *
 * @param requests requests in each period
 * @param period how often the count starts over
 */
public record RateLimitProperties(
        @Min(1) @Max(1_000_000) @DefaultValue("10000") int requests,
        @DurationMin(millis = 10) @DurationMax(hours = 1) @DefaultValue("1s") Duration period) {}
