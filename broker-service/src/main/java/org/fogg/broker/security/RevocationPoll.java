package org.fogg.broker.security;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for revoked keys again and again, on a thread of its own. */
final class RevocationPoll implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationPoll.class);

    private final KeyCache keys;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread created = new Thread(task, "key-revocations");
                        created.setDaemon(true);
                        return created;
                    });

    RevocationPoll(KeyCache keys, Duration period) {
        this.keys = keys;
        thread.scheduleWithFixedDelay(this::poll, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void poll() {
        try {
            keys.pollRevocations();
        } catch (RuntimeException e) {
            // An exception would end the schedule, and with it every revocation.
            LOG.error("Reading revoked keys failed unexpectedly", e);
        }
    }
}
