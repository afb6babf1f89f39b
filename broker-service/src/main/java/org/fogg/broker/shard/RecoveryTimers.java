package org.fogg.broker.shard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the time of a take-over goes, from the assignment of a shard until it takes commands: the
 * timers {@code fogg.recovery} with the tag {@code step}, and one line in the log each time. How
 * long it took to notice that an owner had gone is not in it.
 */
final class RecoveryTimers {

    private static final Logger log = LoggerFactory.getLogger(RecoveryTimers.class);

    private final Timer snapshot;
    private final Timer journal;
    private final Timer logOn;
    private final Timer catchUp;

    RecoveryTimers(MeterRegistry meters) {
        snapshot = timer(meters, "snapshot");
        journal = timer(meters, "journal");
        logOn = timer(meters, "log_on");
        catchUp = timer(meters, "catch_up");
    }

    private static Timer timer(MeterRegistry meters, String step) {
        return Timer.builder("fogg.recovery")
                .description("Time that one step of taking a shard over takes")
                .tag("step", step)
                .register(meters);
    }

    /**
     * A shard takes commands.
     *
     * @param logOnNanos until the exchanges had been logged on to
     * @param catchUpNanos after that, with ticks that were read again
     */
    void live(
            int shard,
            long epoch,
            int openOrders,
            RecoverySplit read,
            long logOnNanos,
            long catchUpNanos) {
        snapshot.record(read.snapshotNanos(), TimeUnit.NANOSECONDS);
        journal.record(read.journalNanos(), TimeUnit.NANOSECONDS);
        logOn.record(logOnNanos, TimeUnit.NANOSECONDS);
        catchUp.record(catchUpNanos, TimeUnit.NANOSECONDS);
        log.info(
                "Shard {}: live in epoch {} with {} open orders; snapshot {} ms (to entry {}),"
                        + " journal {} ms ({} entries), log-on {} ms, catching up {} ms",
                shard,
                epoch,
                openOrders,
                millis(read.snapshotNanos()),
                read.snapshot(),
                millis(read.journalNanos()),
                read.entries(),
                millis(logOnNanos),
                millis(catchUpNanos));
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
