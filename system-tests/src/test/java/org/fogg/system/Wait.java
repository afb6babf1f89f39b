package org.fogg.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Polls for what happens by itself. */
final class Wait {

    // For what takes seconds on a usual machine: a busy one is no failure.
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_NANOS = Duration.ofMillis(250).toNanos();

    private Wait() {}

    /** The first value that is right. */
    static <T> T until(String what, Supplier<T> value, Predicate<T> right) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T now = value.get();
            if (right.test(now)) {
                return now;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Not within " + PATIENCE + ": " + what + "; last: " + now);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
