package org.fogg.trader.bench;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fogg.trader.bench.load.AcceptedListener;
import org.fogg.trader.bench.load.Generator;
import org.fogg.trader.bench.load.Patience;
import org.fogg.trader.bench.measure.Problems;
import org.fogg.trader.bench.mix.Mix;
import org.fogg.trader.bench.mix.Trader;

/**
 * Load alone, with nothing measured, on a world in which things fail: as long as its listener
 * wants, and until every request whose outcome was unknown has been answered. Belongs to one
 * thread.
 */
public final class SteadyLoad {

    private static final long SECOND = 1_000_000_000;
    private static final long WINDOW = 5 * SECOND;
    private static final long REPORT = 10 * SECOND;
    private static final long PULSE = SECOND / 10;

    private final BenchSettings settings;
    private final Progress progress;
    private final Listener listener;
    private final Rig rig;
    private final Phases phases;
    private final String run;

    /** Steers the load, from its thread. */
    public interface Listener extends AcceptedListener {

        /** The traders have accounts and holdings, and orders begin. */
        void begins();

        /** Whether there is to be more. */
        boolean goesOn();

        /**
         * Told ten times a second.
         *
         * @param underWay requests without an answer
         */
        void underWay(int underWay);
    }

    /**
     * What came of it.
     *
     * @param sent operations
     * @param unanswered requests whose outcome was unknown to the end
     * @param problems why operations were refused or failed, the most frequent first
     */
    public record Result(long sent, int unanswered, List<Problems.Problem> problems) {}

    private SteadyLoad(
            BenchSettings settings, Progress progress, Listener listener, Rig rig, String run) {
        this.settings = settings;
        this.progress = progress;
        this.listener = listener;
        this.rig = rig;
        this.run = run;
        this.phases = new Phases(rig, settings);
    }

    /**
     * Runs the load in the calling thread. The client's record is complete also when this throws.
     *
     * @param settings of which seconds, findMax and hdrDirectory mean nothing here
     * @throws BenchException when the traders cannot be created
     */
    public static Result run(
            BenchSettings settings, BenchTarget target, Progress progress, Listener listener)
            throws InterruptedException {
        Instant started = Clock.systemUTC().instant();
        String run = BenchRun.name(started);
        try (Rig rig = new Rig(settings, target, run, Patience.LONG, listener)) {
            return new SteadyLoad(settings, progress, listener, rig, run).run();
        }
    }

    private Result run() throws InterruptedException {
        progress.line("load " + run + ": creating " + settings.traders() + " traders");
        phases.openAccounts();
        List<Trader> traders = rig.accounts().all();
        phases.buyHoldings(traders, settings.warmUpSeconds() * SECOND);
        Mix mix = Workload.named(settings.mix()).of(traders, settings.seed());
        report();
        pulse();
        listener.begins();
        while (listener.goesOn()) {
            phases.warmUp(mix, WINDOW);
        }
        progress.line("load " + run + ": waiting for the last answers");
        phases.drain(Patience.LONG.nanos());
        Generator generator = rig.generator();
        return new Result(
                generator.health().sent(), generator.inFlight(), generator.problems().most(5));
    }

    private void pulse() {
        listener.underWay(rig.generator().inFlight());
        rig.loop().at(rig.times().now() + PULSE, this::pulse);
    }

    private void report() {
        Generator generator = rig.generator();
        progress.line(
                String.format(
                        Locale.ROOT,
                        "load: %d operations sent, %d under way",
                        generator.health().sent(),
                        generator.inFlight()));
        rig.loop().at(rig.times().now() + REPORT, this::report);
    }
}
