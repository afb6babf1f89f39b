package org.fogg.broker.shard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The stages of the path from an input to what others see of it, each with a timer. */
enum Stage {
    /** A tick's publish time until the agent has it. */
    TICK,
    /** A command's acceptance until the agent has it. */
    ENQUEUE,
    /** One input, within the engine. */
    DECIDE,
    /** An attempt, from sending to its reply. */
    EXECUTE,
    /** An entry's append. */
    APPEND,
    /** An entry's rows. */
    PROJECT,
    /** An entry's events. */
    PUBLISH,
    /** A command's acceptance until its answer leaves. */
    ANSWER,
    /** A tick's publish time until the trade it triggered is durable. */
    TICK_TO_TRADE;

    /** One timer for each stage, {@code fogg.stage} with the tag {@code stage}. */
    static final class Timers {

        private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);

        Timers(MeterRegistry registry) {
            for (Stage stage : values()) {
                timers.put(
                        stage,
                        Timer.builder("fogg.stage")
                                .description("Time that one stage of the path takes")
                                .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                                .publishPercentiles(0.5, 0.99)
                                .register(registry));
            }
        }

        /** Counts one passage through a stage, in nanoseconds. */
        void record(Stage stage, long nanos) {
            Objects.requireNonNull(timers.get(stage)).record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
