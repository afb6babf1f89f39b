package org.fogg.broker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads, by asking again and again. */
final class Deadline {

    /** For what takes well under a second on a usual machine: a busy one is no failure. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Deadline() {}

    static void await(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + atMost);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
