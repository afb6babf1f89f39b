package org.fogg.benchmarks.run;

import org.fogg.benchmarks.suite.FootprintBenchmark;
import org.fogg.benchmarks.suite.IdleTickBenchmark;
import org.fogg.benchmarks.suite.PlaceCancelBenchmark;
import org.fogg.benchmarks.suite.TriggerBenchmark;

/** What is measured of a book. */
public enum Task {
    /** Nanoseconds per order that is placed or canceled, at a steady size. */
    PLACE_CANCEL("place or cancel", PlaceCancelBenchmark.class),
    /** Nanoseconds per order where each tick triggers 1,000, at two prices. */
    AVALANCHE("order of an avalanche", TriggerBenchmark.class, 500, 1_000, 1),
    /** Nanoseconds per tick that triggers ten orders. */
    TEN_TRIGGERS("tick with ten triggers", TriggerBenchmark.class, 10, 10, 10),
    /** Nanoseconds per tick that triggers nothing. */
    IDLE_TICK("tick without triggers", IdleTickBenchmark.class),
    /** Bytes of live heap. */
    FOOTPRINT("memory", FootprintBenchmark.class);

    private final String label;
    private final Class<?> benchmark;
    private final int perLevel;
    private final int perTick;
    private final int ordersPerOperation;

    Task(String label, Class<?> benchmark) {
        this(label, benchmark, 0, 0, 0);
    }

    Task(String label, Class<?> benchmark, int perLevel, int perTick, int ordersPerOperation) {
        this.label = label;
        this.benchmark = benchmark;
        this.perLevel = perLevel;
        this.perTick = perTick;
        this.ordersPerOperation = ordersPerOperation;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    Class<?> benchmark() {
        return benchmark;
    }

    /** Whether a full book is emptied, by ticks. */
    boolean isTrigger() {
        return perTick != 0;
    }

    /** Orders at each price. */
    int perLevel() {
        return perLevel;
    }

    /** Orders that each tick triggers. */
    int perTick() {
        return perTick;
    }

    /** How many of this task's operations JMH counts as one. */
    int operationsPerInvocation(int orders) {
        return isTrigger() ? orders / ordersPerOperation : 1;
    }
}
