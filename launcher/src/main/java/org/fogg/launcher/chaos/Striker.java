package org.fogg.launcher.chaos;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fogg.launcher.chaos.Fault.Signal;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Parts;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;

/** Does faults to a world, one at a time, and waits until it trades again. */
final class Striker {

    private static final long POLL_MILLIS = 100;
    private static final long HEALTHY_WITHIN = TimeUnit.SECONDS.toNanos(300);
    private static final long ORDERS_WITHIN = TimeUnit.SECONDS.toNanos(300);

    private final World world;
    private final Parts parts;
    private final Recoveries recoveries;
    private final Consumer<String> progress;
    private final Clock clock = Clock.systemUTC();

    Striker(World world, Recoveries recoveries, Consumer<String> progress) {
        this.world = world;
        this.parts = world.parts();
        this.recoveries = recoveries;
        this.progress = progress;
    }

    /**
     * Does a fault, mends it, and waits for orders on all shards.
     *
     * @param begun when the load began, in {@link System#nanoTime} terms
     * @throws WorldException if the part does not come back
     */
    Strike strike(Fault fault, long begun) throws InterruptedException {
        Part part = choose(fault);
        boolean kill = fault.signal() == Signal.SIGKILL;
        TakeOverLog takeOvers = new TakeOverLog(otherBrokers(part));
        progress.accept(fault.signal() + " " + part.name());
        if (kill) {
            parts.kill(part);
        } else {
            parts.suspend(part);
        }
        // Not before: until here it may have accepted orders.
        long at = System.nanoTime();
        Instant wall = clock.instant();
        recoveries.begin(at, part.kind() == Part.Kind.EXCHANGES);
        try {
            Thread.sleep(fault.holdMillis());
        } finally {
            if (!kill) {
                parts.resume(part);
            }
        }
        long mended = System.nanoTime();
        if (kill) {
            parts.start(part);
        }
        awaitHealthy(part);
        long back = System.nanoTime();
        OptionalLong recovered = recoveries.await(back + ORDERS_WITHIN);
        Long recovery = recovered.isPresent() ? millis(recovered.getAsLong() - at) : null;
        long detection = detection(takeOvers, wall, millis(mended - at));
        return new Strike(
                part,
                fault.signal(),
                millis(at - begun),
                millis(back - begun),
                recovery == null ? detection : Math.min(detection, recovery),
                recovery);
    }

    private Part choose(Fault fault) {
        List<Part> possible =
                parts.all().stream().filter(part -> part.kind() == fault.target()).toList();
        return possible.get(fault.pick() % possible.size());
    }

    private List<Path> otherBrokers(Part hit) {
        if (hit.kind() != Part.Kind.BROKERS) {
            return List.of();
        }
        return parts.all().stream()
                .filter(part -> part.kind() == Part.Kind.BROKERS && !part.equals(hit))
                .map(part -> world.home().log(part.name()))
                .toList();
    }

    /**
     * Whichever comes first: another broker is given the shards, or the launcher mends the part.
     */
    private static long detection(TakeOverLog takeOvers, Instant at, long mended) {
        Optional<Instant> takenOver = takeOvers.first();
        return takenOver
                .map(time -> Math.max(0, Duration.between(at, time).toMillis()))
                .orElse(mended);
    }

    private void awaitHealthy(Part part) throws InterruptedException {
        long deadline = System.nanoTime() + HEALTHY_WITHIN;
        while (!parts.isHealthy(part)) {
            if (System.nanoTime() - deadline > 0) {
                throw new WorldException(
                        part.name()
                                + " was not healthy again after "
                                + TimeUnit.NANOSECONDS.toSeconds(HEALTHY_WITHIN)
                                + " s; its log is "
                                + world.home().log(part.name()));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Starts what has ended by itself, which nothing may, and tells its names. */
    List<String> revive() throws InterruptedException {
        List<Part> dead = parts.all().stream().filter(part -> !parts.isRunning(part)).toList();
        for (Part part : dead) {
            parts.start(part);
        }
        return dead.stream().map(Part::name).toList();
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
