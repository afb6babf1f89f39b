package org.fogg.trader.bench.load;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The run's time: monotonic nanoseconds, and what they are since the Unix epoch. Thread-safe.
 *
 * @param nanoTime monotonic
 * @param offset what to add to it for the time since the Unix epoch
 */
public record Times(LongSupplier nanoTime, long offset) {

    private static final long SECOND = 1_000_000_000;

    /** The machine's time. */
    public static Times ofSystem(Clock clock) {
        Instant now = clock.instant();
        long epoch = Math.addExact(Math.multiplyExact(now.getEpochSecond(), SECOND), now.getNano());
        return new Times(System::nanoTime, epoch - System.nanoTime());
    }

    /** Now, monotonic. */
    public long now() {
        return nanoTime.getAsLong();
    }

    /** A monotonic time as nanoseconds since the Unix epoch. */
    public long toEpoch(long nanos) {
        return nanos + offset;
    }
}
