package org.fogg.broker.updates;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.security.Caller;
import org.fogg.broker.security.Keys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * All open streams, and who may stay: again and again it ends those whose key was ended, that show
 * no key, or that are silent. Stops before anything that streams need. Thread-safe.
 */
final class Streams implements SmartLifecycle {

    static final Duration AUTHENTICATE_WITHIN = Duration.ofSeconds(10);
    static final Duration PING_EVERY = Duration.ofSeconds(30);
    static final Duration SILENT_FOR = Duration.ofSeconds(90);

    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final int BLOCKING_THREADS = 4;
    private static final long GOODBYE_SECONDS = 3;

    private final ClientStream.Parts parts;
    private final int most;
    private final Duration checkEvery;
    private final LongSupplier clock;
    private final Set<ClientStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("stream-timer"));
    private final ThreadPoolExecutor blocking =
            new ThreadPoolExecutor(
                    BLOCKING_THREADS,
                    BLOCKING_THREADS,
                    1,
                    TimeUnit.SECONDS,
                    // Bounded by the streams: each has one ping and one end at most.
                    new LinkedBlockingQueue<>(),
                    daemons("stream-goodbye"));
    private long pingedAt;
    private volatile boolean running;

    /**
     * @param most how many may be open
     * @param checkEvery how soon a key that was ended is noticed
     * @param clock nanoseconds that do not go back
     */
    Streams(
            UpdateLog log,
            Keys keys,
            StreamJson json,
            MeterRegistry meters,
            int most,
            Duration checkEvery,
            LongSupplier clock) {
        Counter sent =
                Counter.builder("fogg.stream.updates")
                        .description("Trade updates sent to clients")
                        .register(meters);
        parts = new ClientStream.Parts(log, keys, json, sent);
        this.most = most;
        this.checkEvery = checkEvery;
        this.clock = clock;
        pingedAt = clock.getAsLong();
        blocking.allowCoreThreadTimeOut(true);
        Gauge.builder("fogg.stream.sessions", open::size)
                .description("Streams that clients have open")
                .register(meters);
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Runs what blocks for some seconds at most. */
    ExecutorService blocking() {
        return blocking;
    }

    /** Takes in a client; null, and its way is closed, when it may not stay. */
    synchronized @Nullable ClientStream open(Outlet outlet) {
        if (!running) {
            outlet.close(StreamCodes.GOING_AWAY, "the broker stops");
            return null;
        }
        if (open.size() >= most) {
            outlet.close(StreamCodes.OVERLOAD, "too many streams");
            return null;
        }
        ClientStream stream = new ClientStream(parts, outlet, clock.getAsLong());
        open.add(stream);
        return stream;
    }

    /** The client is gone. */
    void ended(ClientStream stream) {
        open.remove(stream);
        stream.end();
    }

    /** A client's message. */
    void take(ClientStream stream, String text, boolean binary) {
        stream.heard(clock.getAsLong());
        stream.take(text, binary, clock.getAsLong());
    }

    /** A client's sign of life. */
    void heard(ClientStream stream) {
        stream.heard(clock.getAsLong());
    }

    /** Ends those that may not stay; to be called again and again, on one thread. */
    void check() {
        long now = clock.getAsLong();
        boolean ping = now - pingedAt >= PING_EVERY.toNanos();
        if (ping) {
            pingedAt = now;
        }
        for (ClientStream stream : open) {
            if (stream.caller() == null
                    && now - stream.unknownSince() >= AUTHENTICATE_WITHIN.toNanos()) {
                end(stream, "not authenticated within 10 s");
            } else if (now - stream.heardAt() >= SILENT_FOR.toNanos()) {
                end(stream, "no pong within 60 s");
            } else if (ping) {
                stream.outlet().ping();
            }
        }
        checkKeys();
    }

    private void checkKeys() {
        try {
            for (ClientStream stream : open) {
                Caller caller = stream.caller();
                if (caller != null && !parts.keys().isAlive(caller.keyId())) {
                    end(stream, "the key was ended");
                }
            }
        } catch (UnavailableException e) {
            // Streams stay, and are looked at next time: nobody can end a key meanwhile either.
            log.debug("Keys cannot be checked: {}", e.reason());
        }
    }

    private void end(ClientStream stream, String reason) {
        open.remove(stream);
        stream.outlet().close(StreamCodes.POLICY, reason);
        stream.end();
    }

    private void checkSafely() {
        try {
            check();
        } catch (RuntimeException e) {
            // An exception would end the schedule, and with it every check.
            log.error("Checking streams failed unexpectedly", e);
        }
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(
                this::checkSafely,
                checkEvery.toNanos(),
                checkEvery.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() {
        synchronized (this) {
            running = false;
        }
        timer.shutdownNow();
        for (ClientStream stream : open) {
            stream.outlet().close(StreamCodes.GOING_AWAY, "the broker stops");
        }
        blocking.shutdown();
        try {
            if (!blocking.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                log.debug("Some clients do not take their goodbye");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It does not come back once stopped: a context that pauses goes on with it as it is. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
