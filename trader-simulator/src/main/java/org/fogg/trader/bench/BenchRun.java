package org.fogg.trader.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.fogg.trader.bench.BenchResult.MaxRate;
import org.fogg.trader.bench.BenchResult.Step;
import org.fogg.trader.bench.floor.Floor;
import org.fogg.trader.bench.floor.Probe;
import org.fogg.trader.bench.load.AcceptedListener;
import org.fogg.trader.bench.load.Generator;
import org.fogg.trader.bench.load.Patience;
import org.fogg.trader.bench.measure.Latencies;
import org.fogg.trader.bench.mix.Mix;
import org.fogg.trader.bench.mix.Trader;
import org.jspecify.annotations.Nullable;

/** One run, from the first account to the result. Belongs to one thread. */
final class BenchRun implements AutoCloseable {

    private static final long SECOND = 1_000_000_000;
    private static final long REPORT_NANOS = 5 * SECOND;
    private static final long WARM_UP_ROUND = 3 * SECOND;
    private static final long LONGEST_WARM_UP = 60 * SECOND;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final BenchSettings settings;
    private final BenchTarget target;
    private final Progress progress;
    private final Instant started;
    private final String run;
    private final Workload workload;
    private final WindowPlan windows;
    private final Rig rig;
    private final Phases phases;
    private String phase = "";

    BenchRun(BenchSettings settings, BenchTarget target, Progress progress, Instant started)
            throws InterruptedException {
        this.settings = settings;
        this.target = target;
        this.progress = progress;
        this.started = started;
        this.run = name(started);
        this.workload = Workload.named(settings.mix());
        this.windows = WindowPlan.of(settings.seconds());
        this.rig = new Rig(settings, target, run, Patience.USUAL, AcceptedListener.NONE);
        this.phases = new Phases(rig, settings);
    }

    /** A name that no other run has. */
    static String name(Instant started) {
        return NAME.format(started) + '-' + UUID.randomUUID().toString().substring(0, 4);
    }

    BenchResult run() throws InterruptedException {
        progress.line("bench " + run + ": creating " + settings.traders() + " traders");
        phases.openAccounts();
        List<Trader> traders = rig.accounts().all();
        Floor floor = rig.openFloor(traders.get(0));
        Mix mix = workload.of(traders, settings.seed());
        report();
        warmUp(mix, traders, floor);
        measure(mix, floor);
        BenchResult result = result(floor);
        if (settings.findMax()) {
            result = result.withMax(findMax(mix));
        }
        write(result, floor);
        return result;
    }

    /** Until answers keep up with requests: JVMs that have just started are slow for a while. */
    private void warmUp(Mix mix, List<Trader> traders, Floor floor) throws InterruptedException {
        long nanos = settings.warmUpSeconds() * SECOND;
        phase = "warm-up";
        long start = rig.times().now();
        phases.buyHoldings(traders, nanos / 2);
        long left = nanos - (rig.times().now() - start);
        boolean steady = keepsUp(mix, Math.max(SECOND, left * 2 / 3));
        while (!steady && rig.times().now() - start < LONGEST_WARM_UP) {
            progress.line(
                    "bench warm-up: answers do not keep up with requests, warming up further");
            phases.drain();
            steady = keepsUp(mix, WARM_UP_ROUND);
        }
        phases.floor(mix, floor, Math.max(SECOND, left / 3), false);
    }

    /** Warms up for a while, and tells whether answers kept up with requests. */
    private boolean keepsUp(Mix mix, long nanos) throws InterruptedException {
        Generator generator = rig.generator();
        long start = rig.times().now();
        long before = generator.health().sent();
        phases.warmUp(mix, nanos);
        return SteadyState.isReached(
                generator.inFlight(),
                generator.health().sent() - before,
                rig.times().now() - start);
    }

    private void measure(Mix mix, Floor floor) throws InterruptedException {
        long startMillis = 0;
        for (int i = 1; i <= windows.count(); i++) {
            if (i > 1) {
                phases.endLoadWindow(startMillis);
            }
            startMillis = phases.millis(rig.times().now());
            phase = "load " + i + "/" + windows.count();
            phases.load(mix, windows.loadNanos());
            phase = "floor " + i + "/" + windows.count();
            phases.floor(mix, floor, windows.floorNanos(), true);
        }
        phase = "settling";
        phases.settle();
        // Only now, so that the slowest answers are not left out.
        phases.endLoadWindow(startMillis);
    }

    private BenchResult result(Floor floor) {
        Map<String, Object> environment =
                Environment.of(started, settings, target, windows, rig.servers());
        RuntimeException tapFailure = rig.tap().failure();
        return new ResultMaker(settings, target, windows, rig.generator(), floor)
                .make(run, environment, tapFailure == null ? null : tapFailure.toString());
    }

    private MaxRate findMax(Mix mix) throws InterruptedException {
        return MaxRateSearch.search(
                settings.ratePerS(),
                rate -> {
                    phase = "trying " + rate + "/s";
                    Step step = phases.trial(mix, rate);
                    progress.line(
                            String.format(
                                    Locale.ROOT,
                                    "find-max: %d orders/s: tick-to-trade p99 %s ms, %.1f%% done:"
                                            + " %s",
                                    rate,
                                    millis(step.tickToTradeP99Us()),
                                    step.doneShare() * 100,
                                    step.held() ? "holds" : "does not hold"));
                    return step;
                });
    }

    private void write(BenchResult result, Floor floor) {
        if (settings.hdrDirectory() != null) {
            List<Latencies> latencies = new ArrayList<>();
            rig.generator().stats().everything().forEach(stat -> latencies.add(stat.latencies()));
            latencies.add(rig.generator().tickToTrade().latencies());
            for (Probe probe : Probe.values()) {
                latencies.add(floor.latencies(probe));
            }
            HdrLogs.write(settings.hdrDirectory(), result, started.toEpochMilli(), latencies);
        }
    }

    /** Says how it goes, and will again. */
    private void report() {
        Generator generator = rig.generator();
        Histogram ticks = generator.tickToTrade().latencies().recent();
        progress.line(
                String.format(
                        Locale.ROOT,
                        "bench %s: %d operations sent, %d trades, %d orders open, %d under way,"
                                + " tick to trade p50 %s p99 %s ms",
                        phase,
                        generator.health().sent(),
                        generator.tally().trades(),
                        generator.tally().open(),
                        generator.inFlight(),
                        percentile(ticks, 50),
                        percentile(ticks, 99)));
        rig.loop().at(rig.times().now() + REPORT_NANOS, this::report);
    }

    private static String percentile(Histogram nanos, double percentile) {
        return millis(
                nanos.getTotalCount() == 0 ? null : nanos.getValueAtPercentile(percentile) / 1_000);
    }

    private static String millis(@Nullable Long micros) {
        return micros == null ? "-" : String.format(Locale.ROOT, "%.2f", micros / 1_000.0);
    }

    @Override
    public void close() {
        rig.close();
    }
}
