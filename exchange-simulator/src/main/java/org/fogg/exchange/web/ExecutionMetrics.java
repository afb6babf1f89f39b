package org.fogg.exchange.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fogg.contracts.sbe.ExecutionOutcome;

/** Counts and times what the exchanges do for brokers. Thread-safe. */
public final class ExecutionMetrics {

    private final Map<ExecutionOutcome, Timer> executions = new EnumMap<>(ExecutionOutcome.class);
    private final Map<ExecutionOutcome, Counter> resolutions =
            new EnumMap<>(ExecutionOutcome.class);

    /** Registers all meters at once. */
    public ExecutionMetrics(MeterRegistry registry) {
        for (ExecutionOutcome outcome : ExecutionOutcome.values()) {
            if (outcome != ExecutionOutcome.NULL_VAL) {
                String name = outcome.name().toLowerCase(Locale.ROOT);
                executions.put(
                        outcome,
                        Timer.builder("fogg.exchange.execute")
                                .description("From a request's first byte to its durable outcome")
                                .tag("outcome", name)
                                .publishPercentiles(0.5, 0.99)
                                .register(registry));
                resolutions.put(
                        outcome,
                        Counter.builder("fogg.exchange.resolve")
                                .description("Attempts resolved")
                                .tag("outcome", name)
                                .register(registry));
            }
        }
    }

    void executed(ExecutionOutcome outcome, long nanos) {
        Timer timer = executions.get(outcome);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void resolved(ExecutionOutcome outcome) {
        Counter counter = resolutions.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
