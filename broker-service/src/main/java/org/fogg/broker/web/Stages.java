package org.fogg.broker.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * Times the web stages of an order's path, as metric {@code fogg.stage} by tag {@code stage}.
 * Thread-safe.
 */
public final class Stages {

    private final Timer authenticate;
    private final Timer validate;
    private final Timer request;

    /** Registers the timers. */
    public Stages(MeterRegistry registry) {
        authenticate = timer(registry, "authenticate");
        validate = timer(registry, "validate");
        request = timer(registry, "request");
    }

    /** The key of a request was looked up and compared. */
    public void authenticated(long nanos) {
        authenticate.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** An order was checked for its form. */
    public void validated(long nanos) {
        validate.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** An order was handed over, and its answer was there. */
    public void answered(long nanos) {
        request.record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(MeterRegistry registry, String stage) {
        return Timer.builder("fogg.stage")
                .tag("stage", stage)
                // As the shards' stages have it: Prometheus wants one form for one name.
                .description("Time that one stage of the path takes")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }
}
