package org.fogg.launcher.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.dc.DataCentres;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;
import org.fogg.trader.bench.BenchException;
import org.fogg.trader.bench.BenchSettings;
import org.fogg.trader.bench.BenchTarget;
import org.fogg.trader.bench.SteadyLoad;
import org.fogg.trader.bench.measure.Problems;

/**
 * Load on a running world, faults while it lasts, rest, and the auditor's verdict. The load has a
 * thread of its own, everything else the caller's.
 */
public final class ChaosRun {

    private static final long POLL_MILLIS = 100;
    private static final long LOAD_ENDS_SECONDS = 60;
    private static final long TAIL_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final long SERVED_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long SERVED_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final World world;
    private final ChaosSettings settings;
    private final Consumer<String> progress;
    private final Consumer<String> results;
    private final DataCentres dataCentres;
    private final Recoveries recoveries;
    private final Striker striker;
    private final Quiesce quiesce;
    private final List<Strike> strikes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * A run on the running world.
     *
     * @param progress lines about how far it is; from several threads
     * @param results lines that belong to the result
     */
    public ChaosRun(
            World world,
            ChaosSettings settings,
            Consumer<String> progress,
            Consumer<String> results) {
        this.world = world;
        this.settings = settings;
        this.progress = progress;
        this.results = results;
        WorldFile running = world.running();
        recoveries = new Recoveries(running.georegions().get(0).shards());
        dataCentres = new DataCentres(world);
        striker = new Striker(world, dataCentres, recoveries, progress);
        quiesce = new Quiesce(world, progress);
    }

    /**
     * What came of it.
     *
     * @param failures what did not come back, or ended by itself; one sentence each
     */
    public record Outcome(ChaosResult result, AuditReport report, List<String> failures) {}

    /**
     * Runs.
     *
     * @param load how the traders trade; their seconds mean nothing here
     * @param audit asks the auditor
     * @throws WorldException if no trader could be created, or the world does not come to rest
     */
    public Outcome run(BenchSettings load, BenchTarget target, Supplier<AuditReport> audit)
            throws InterruptedException {
        striker.giveWay();
        Steering steering = new Steering();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<SteadyLoad.Result> loaded =
                    thread.submit(() -> SteadyLoad.run(load, target, progress::accept, steering));
            faults(steering, loaded);
            steering.goesOn = false;
            told(end(loaded));
        } finally {
            steering.goesOn = false;
            thread.shutdownNow();
            awaitEnd(thread);
        }
        AuditReport report = quiesce.run(audit);
        return new Outcome(
                ChaosResult.of(settings.seed(), strikes, failures, report),
                report,
                List.copyOf(failures));
    }

    private void faults(Steering steering, Future<?> loaded) throws InterruptedException {
        while (!steering.begun.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            requireLoad(loaded);
        }
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(settings.seconds());
        long millis = TimeUnit.SECONDS.toMillis(settings.seconds());
        List<Fault> waiting =
                new ArrayList<>(
                        FaultPlan.of(
                                settings.seed(), settings.kills(), millis, settings.targets()));
        List<Victim> victims = Victim.of(world, dataCentres);
        while (!waiting.isEmpty()) {
            List<Hit> hits = Hit.next(waiting, settings.atOnce(), victims);
            long last = hits.get(hits.size() - 1).fault().atMillis();
            pauseUntil(begun + TimeUnit.MILLISECONDS.toNanos(last), loaded);
            awaitServed(steering, loaded);
            if (!struck(hits, begun)) {
                return;
            }
            end = Math.max(end, System.nanoTime() + TAIL_NANOS);
        }
        pauseUntil(end, loaded);
    }

    /** Does faults; false if the world did not recover, so that more would show nothing. */
    private boolean struck(List<Hit> hits, long begun) throws InterruptedException {
        try {
            boolean recovered = true;
            for (Strike strike : striker.strike(hits, begun)) {
                strikes.add(strike);
                results.accept(strike.text());
                recovered &= strike.recoveryMillis() != null;
            }
            for (String name : striker.revive()) {
                fail(name + " ended by itself; its log is " + world.home().log(name));
            }
            if (!recovered) {
                fail(
                        "After "
                                + hits.stream().map(Hit::text).collect(Collectors.joining(", "))
                                + " no orders were accepted on the shards "
                                + recoveries.missing());
            }
            return recovered;
        } catch (WorldException e) {
            fail(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void fail(String sentence) {
        failures.add(sentence);
        results.accept("FAILED: " + sentence);
    }

    private static void pauseUntil(long time, Future<?> loaded) throws InterruptedException {
        while (System.nanoTime() - time < 0) {
            requireLoad(loaded);
            Thread.sleep(POLL_MILLIS);
        }
    }

    /**
     * Waits until what had gathered during the last fault is answered and the load has been served
     * for a while: a fault is to hit what works. Where the load is more than the machine can serve
     * that never comes, so it does not wait for ever.
     */
    private static void awaitServed(Steering steering, Future<?> loaded)
            throws InterruptedException {
        long latest = System.nanoTime() + SERVED_WITHIN_NANOS;
        while (!steering.isServedFor(SERVED_NANOS) && System.nanoTime() - latest < 0) {
            requireLoad(loaded);
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The load ends by itself only when it failed. */
    private static void requireLoad(Future<?> loaded) throws InterruptedException {
        if (loaded.isDone()) {
            end(loaded);
            throw new IllegalStateException("The load has ended early");
        }
    }

    private static <T> T end(Future<T> loaded) throws InterruptedException {
        try {
            return loaded.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof BenchException) {
                throw new WorldException(cause.getMessage() + "; see fogg status", cause);
            }
            throw new IllegalStateException("The load failed", e);
        }
    }

    private void told(SteadyLoad.Result loaded) {
        progress.accept(
                loaded.sent()
                        + " operations were sent, "
                        + loaded.unanswered()
                        + " have no answer; the most frequent refusals and failures:");
        for (Problems.Problem problem : loaded.problems()) {
            progress.accept("  " + problem.count() + " x " + problem.what());
        }
    }

    private static void awaitEnd(ExecutorService thread) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        if (!thread.awaitTermination(LOAD_ENDS_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The load does not end");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Steering implements SteadyLoad.Listener {

        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile boolean goesOn = true;
        private volatile long servedSince;

        boolean isServedFor(long nanos) {
            return System.nanoTime() - servedSince >= nanos;
        }

        @Override
        public void begins() {
            servedSince = System.nanoTime();
            begun.countDown();
        }

        @Override
        public boolean goesOn() {
            return goesOn;
        }

        @Override
        public void served(boolean served) {
            if (!served) {
                servedSince = System.nanoTime();
            }
        }

        @Override
        public void accepted(
                String georegion, UUID trader, boolean atOnce, long sentAt, long answeredAt) {
            recoveries.accepted(georegion, trader, atOnce, sentAt, answeredAt);
        }
    }
}
