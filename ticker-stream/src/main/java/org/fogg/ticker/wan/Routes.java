package org.fogg.ticker.wan;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The ways of a broker to those it calls. Where there are distances they share one thread, which
 * keeps the order of what goes each of them; else there is no thread. Thread-safe.
 */
public final class Routes implements AutoCloseable {

    private final Distances distances;
    private final @Nullable ScheduledExecutorService timer;

    /** Ways of these lengths. */
    public Routes(Distances distances) {
        this.distances = distances;
        timer = distances.equals(Distances.NONE) ? null : newTimer();
    }

    private static ScheduledExecutorService newTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                work -> {
                    Thread thread = new Thread(work, "wan");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** The way to the brokers of another georegion. */
    public Route toGeoregion(String name) {
        return timer == null ? Route.NONE : Route.of(distances.toGeoregion(name), timer);
    }

    /** The way to an exchange of the own georegion. */
    public Route toExchange(String code) {
        return timer == null ? Route.NONE : Route.of(distances.toExchange(code), timer);
    }

    /** The way to the other data centre of the pair and back, which a write to both waits for. */
    public Route acrossPair() {
        return timer == null ? Route.NONE : Route.of(distances.pair(), timer);
    }

    /** How far everything is. */
    public Distances distances() {
        return distances;
    }

    /** Ends the thread; whatever is under way never arrives. */
    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
