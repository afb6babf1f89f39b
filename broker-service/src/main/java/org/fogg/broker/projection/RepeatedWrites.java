package org.fogg.broker.projection;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.fogg.broker.home.Home;
import org.fogg.broker.home.Placing;

/** Idempotent writes in parallel, each repeated until it succeeds. */
final class RepeatedWrites {

    private static final long FIRST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 1000;

    private final CqlSession session;
    private final ScheduledExecutorService pauses;
    private final Home home;
    private final BooleanSupplier wanted;
    private final Runnable done;
    private final AtomicLong failures;
    private final AtomicInteger open;

    RepeatedWrites(
            CqlSession session,
            ScheduledExecutorService pauses,
            Home home,
            AtomicLong failures,
            int count,
            BooleanSupplier wanted,
            Runnable done) {
        this.session = session;
        this.pauses = pauses;
        this.home = home;
        this.failures = failures;
        this.open = new AtomicInteger(count);
        this.wanted = wanted;
        this.done = done;
    }

    void start(List<Statement<?>> writes) {
        for (Statement<?> write : writes) {
            attempt(write, FIRST_PAUSE_MS);
        }
    }

    private void attempt(Statement<?> write, long pauseMs) {
        // As the entry: a new home's readers find what clients were told.
        Placing.write(session, home, write)
                .whenComplete(
                        (result, failure) -> {
                            if (failure == null) {
                                written();
                            } else {
                                repeatLater(write, pauseMs);
                            }
                        });
    }

    private void written() {
        if (open.decrementAndGet() == 0) {
            done.run();
        }
    }

    private void repeatLater(Statement<?> write, long pauseMs) {
        failures.incrementAndGet();
        if (wanted.getAsBoolean() && !pauses.isShutdown()) {
            pauses.schedule(
                    () -> attempt(write, Math.min(LONGEST_PAUSE_MS, pauseMs * 2)),
                    pauseMs,
                    TimeUnit.MILLISECONDS);
        }
    }
}
