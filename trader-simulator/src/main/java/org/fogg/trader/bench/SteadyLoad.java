package org.fogg.trader.bench;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final int PULSES_A_SECOND = 10;
    private static final long PULSE = SECOND / PULSES_A_SECOND;

    private final BenchSettings settings;
    private final Progress progress;
    private final Listener listener;
    private final Rig rig;
    private final Phases phases;
    private final String run;
    private final Deque<Pulse> lastSecond = new ArrayDeque<>();

    /** Steers the load, from its thread. */
    public interface Listener extends AcceptedListener {

        /** The traders have accounts and holdings, and orders begin. */
        void begins();

        /** Whether there is to be more. */
        boolean goesOn();

        /**
         * Told ten times a second, from one second on: whether answers kept up with requests during
         * the second before.
         */
        void served(boolean served);
    }

    /**
     * How much had been sent.
     *
     * @param at in the rig's nanoseconds
     */
    private record Pulse(long at, long sent) {}

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
        Generator generator = rig.generator();
        Pulse now = new Pulse(rig.times().now(), generator.health().sent());
        lastSecond.addLast(now);
        if (lastSecond.size() > PULSES_A_SECOND) {
            Pulse before = lastSecond.removeFirst();
            listener.served(
                    SteadyState.isReached(
                            generator.inFlight(),
                            now.sent() - before.sent(),
                            now.at() - before.at()));
        }
        rig.loop().at(now.at() + PULSE, this::pulse);
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
