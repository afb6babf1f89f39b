package org.fogg.launcher.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fogg.launcher.dc.DataCentres;
import org.fogg.launcher.dc.Restore;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Parts;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.stack.StackException;

/** Mends what faults broke, as a supervisor and an operator would. */
final class Mender {

    private static final long POLL_MILLIS = 100;
    private static final long HEALTHY_WITHIN = TimeUnit.SECONDS.toNanos(300);
    private static final long LOST_WITHIN = TimeUnit.SECONDS.toNanos(60);

    private final World world;
    private final DataCentres dataCentres;
    private final Parts parts;
    private final Consumer<String> progress;

    Mender(World world, DataCentres dataCentres, Consumer<String> progress) {
        this.world = world;
        this.dataCentres = dataCentres;
        this.parts = world.parts();
        this.progress = progress;
    }

    /**
     * When something was mended, in {@link System#nanoTime} terms.
     *
     * @param begun when mending began: of a data centre, when its loss was recorded
     * @param back when it answered again
     */
    record Mended(long begun, long back) {}

    /**
     * Mends, each after its own time, all beside each other.
     *
     * @return in their order
     * @throws WorldException if something does not come back
     */
    List<Mended> mend(List<Hit> hits) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(hits.size());
        try {
            List<Callable<Mended>> tasks = new ArrayList<>();
            hits.forEach(hit -> tasks.add(() -> mend(hit)));
            List<Mended> mended = new ArrayList<>();
            for (Future<Mended> each : threads.invokeAll(tasks)) {
                mended.add(each.get());
            }
            return mended;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof WorldException || cause instanceof StackException) {
                throw new WorldException(String.valueOf(cause.getMessage()), cause);
            }
            throw new IllegalStateException("A part could not be mended", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Mended mend(Hit hit) throws InterruptedException {
        Victim victim = hit.victim();
        try {
            Thread.sleep(hit.fault().holdMillis());
        } finally {
            if (!hit.isKill()) {
                parts.resume(victim.parts().get(0));
            }
        }
        if (victim.isDataCentre()) {
            awaitLost(victim.name());
        }
        long begun = System.nanoTime();
        if (victim.isDataCentre()) {
            new Restore(world, progress).run(victim.name());
        } else if (hit.isKill()) {
            parts.start(victim.parts().get(0));
        }
        for (Part part : victim.parts()) {
            awaitHealthy(part);
            parts.giveWay(part);
        }
        return new Mended(begun, System.nanoTime());
    }

    private void awaitLost(String dataCentre) throws InterruptedException {
        long deadline = System.nanoTime() + LOST_WITHIN;
        while (!dataCentres.lost().contains(dataCentre)) {
            pause(deadline, dataCentre + " was killed, and was not recorded as lost");
        }
    }

    /**
     * Restores the data centres that were recorded as lost although only a part of them was hit:
     * without its Cassandra node one that is not home is of no use.
     */
    void restoreLost() throws InterruptedException {
        for (String name : dataCentres.lost()) {
            progress.accept(name + " counts as lost since, and is restored");
            new Restore(world, progress).run(name);
            for (Part part : dataCentres.ofPairs().getOrDefault(name, List.of())) {
                parts.giveWay(part);
            }
        }
    }

    private void awaitHealthy(Part part) throws InterruptedException {
        long deadline = System.nanoTime() + HEALTHY_WITHIN;
        while (!parts.isHealthy(part)) {
            pause(
                    deadline,
                    part.name()
                            + " was not healthy in time again (its log is "
                            + world.home().log(part.name())
                            + ")");
        }
    }

    private static void pause(long deadline, String what) throws InterruptedException {
        if (System.nanoTime() - deadline > 0) {
            throw new WorldException(what);
        }
        Thread.sleep(POLL_MILLIS);
    }
}
