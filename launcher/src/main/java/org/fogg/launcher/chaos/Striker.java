package org.fogg.launcher.chaos;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fogg.launcher.dc.DataCentres;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Parts;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;

/** Does faults to a world, and waits until it trades again. */
final class Striker {

    private static final long ORDERS_WITHIN = TimeUnit.SECONDS.toNanos(300);

    private final World world;
    private final Parts parts;
    private final Recoveries recoveries;
    private final Mender mender;
    private final Consumer<String> progress;
    private final Clock clock = Clock.systemUTC();

    Striker(
            World world,
            DataCentres dataCentres,
            Recoveries recoveries,
            Consumer<String> progress) {
        this.world = world;
        this.parts = world.parts();
        this.recoveries = recoveries;
        mender = new Mender(world, dataCentres, progress);
        this.progress = progress;
    }

    /** When a part was hit, on both clocks. */
    private record Moment(long nanos, Instant wall) {}

    /**
     * Does faults at the same time, mends them, each after its own time, and waits for orders on
     * all shards.
     *
     * @param hits to what differs, not empty
     * @param begun when the load began, in {@link System#nanoTime} terms
     * @throws WorldException if a part does not come back
     */
    List<Strike> strike(List<Hit> hits, long begun) throws InterruptedException {
        TakeOverLog takeOvers = new TakeOverLog(otherBrokers(hits));
        List<Moment> moments = new ArrayList<>();
        for (Hit hit : hits) {
            progress.accept(hit.fault().signal() + " " + hit.victim().name());
            if (hit.isKill()) {
                parts.killAll(hit.victim().parts());
            } else {
                parts.suspend(hit.victim().parts().get(0));
            }
            // Not before: until here it may have accepted orders.
            moments.add(new Moment(System.nanoTime(), clock.instant()));
        }
        recoveries.begin(
                moments.get(moments.size() - 1).nanos(),
                hits.stream().anyMatch(hit -> hit.victim().target() == Target.EXCHANGES));
        List<Mender.Mended> mended = mender.mend(hits);
        OptionalLong recovered = recoveries.await(System.nanoTime() + ORDERS_WITHIN);
        List<Strike> strikes = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            Moment at = moments.get(i);
            Long recovery =
                    recovered.isPresent() ? millis(recovered.getAsLong() - at.nanos()) : null;
            long detection =
                    detection(takeOvers, at.wall(), millis(mended.get(i).begun() - at.nanos()));
            strikes.add(
                    new Strike(
                            hits.get(i).victim().name(),
                            hits.get(i).fault().signal(),
                            millis(at.nanos() - begun),
                            millis(mended.get(i).back() - begun),
                            recovery == null ? detection : Math.min(detection, recovery),
                            recovery));
        }
        mender.restoreLost();
        return strikes;
    }

    /** The logs of those that may take shards over. */
    private List<Path> otherBrokers(List<Hit> hits) {
        Set<Part> hit =
                hits.stream()
                        .flatMap(each -> each.victim().parts().stream())
                        .collect(Collectors.toSet());
        if (hit.stream().noneMatch(part -> part.kind() == Part.Kind.BROKERS)) {
            return List.of();
        }
        return parts.all().stream()
                .filter(part -> part.kind() == Part.Kind.BROKERS && !hit.contains(part))
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

    /**
     * Lets every part give way to one that is being started. Else dozens of threads that serve the
     * load leave a part that starts with one a fraction of a processor, and it is away for minutes
     * where there are few. Not this process: what it starts inherits its priority.
     */
    void giveWay() throws InterruptedException {
        for (Part part : parts.all()) {
            parts.giveWay(part);
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
