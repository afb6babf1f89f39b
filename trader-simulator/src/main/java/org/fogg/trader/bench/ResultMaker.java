package org.fogg.trader.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.fogg.trader.bench.BenchResult.FloorResult;
import org.fogg.trader.bench.BenchResult.ForeignResult;
import org.fogg.trader.bench.BenchResult.OperationResult;
import org.fogg.trader.bench.BenchResult.Ratios;
import org.fogg.trader.bench.BenchResult.Spread;
import org.fogg.trader.bench.BenchResult.WindowRatios;
import org.fogg.trader.bench.BenchResult.WithoutDistance;
import org.fogg.trader.bench.floor.Floor;
import org.fogg.trader.bench.floor.Probe;
import org.fogg.trader.bench.load.Generator;
import org.fogg.trader.bench.measure.GeneratorHealth;
import org.fogg.trader.bench.measure.Latencies;
import org.fogg.trader.bench.measure.Latency;
import org.fogg.trader.bench.measure.OperationStats;
import org.fogg.trader.bench.measure.OrderCounts;
import org.fogg.trader.bench.mix.Operation;
import org.jspecify.annotations.Nullable;

/** Makes a result of what was counted. */
final class ResultMaker {

    private static final int MOST_PROBLEMS = 10;
    private static final double THOUSANDTH = 1_000.0;
    private static final int REJECTED_PERCENT = 5;
    private static final int DIGITS = 3;

    private final BenchSettings settings;
    private final BenchTarget target;
    private final WindowPlan windows;
    private final Generator generator;
    private final Floor floor;

    ResultMaker(
            BenchSettings settings,
            BenchTarget target,
            WindowPlan windows,
            Generator generator,
            Floor floor) {
        this.settings = settings;
        this.target = target;
        this.windows = windows;
        this.generator = generator;
        this.floor = floor;
    }

    /**
     * The result.
     *
     * @param tapFailure why order events could not be followed to the end, or null
     */
    BenchResult make(String run, Map<String, Object> environment, @Nullable String tapFailure) {
        List<String> failures = new ArrayList<>(floor.verdict().problems());
        boolean floorHolds = failures.isEmpty();
        if (tapFailure != null) {
            failures.add("order events were not followed to the end: " + tapFailure);
        }
        if (floor.failed() * 10 > floor.recorded()) {
            failures.add(
                    "floor: " + floor.failed() + " probes failed: " + floor.problems().most(1));
            floorHolds = false;
        }
        GeneratorHealth.Report health = generator.health().report();
        return new BenchResult(
                run,
                settings.seconds(),
                settings.traders(),
                settings.ratePerS(),
                settings.seed(),
                settings.mix(),
                environment,
                operations(),
                orders(),
                Latency.of(generator.tickToTrade().latencies().total()),
                withoutDistance(),
                floor(),
                floorHolds ? ratios() : null,
                thousandths((double) generator.tally().trades() / settings.seconds()),
                null,
                health,
                generator.problems().most(MOST_PROBLEMS),
                warnings(health),
                failures);
    }

    private Map<String, OperationResult> operations() {
        Map<String, OperationResult> results = new LinkedHashMap<>();
        generator
                .stats()
                .all()
                .forEach(
                        (operation, stat) ->
                                results.put(
                                        operation.key(),
                                        new OperationResult(
                                                stat.sent(),
                                                stat.ok(),
                                                stat.rejected(),
                                                stat.failed(),
                                                Latency.of(stat.latencies().total()),
                                                foreign(operation))));
        return results;
    }

    private @Nullable ForeignResult foreign(Operation operation) {
        if (target.georegions().size() == 1 || !operation.mayCross()) {
            return null;
        }
        Map<String, OperationResult> pairs = new TreeMap<>();
        Histogram all = new Histogram(DIGITS);
        generator
                .stats()
                .crossings(operation)
                .forEach(
                        (crossing, stat) -> {
                            all.add(stat.latencies().total());
                            pairs.put(
                                    crossing.key(),
                                    new OperationResult(
                                            stat.sent(),
                                            stat.ok(),
                                            stat.rejected(),
                                            stat.failed(),
                                            Latency.of(stat.latencies().total())));
                        });
        return new ForeignResult(
                pairs.values().stream().mapToLong(OperationResult::sent).sum(),
                pairs.values().stream().mapToLong(OperationResult::ok).sum(),
                pairs.values().stream().mapToLong(OperationResult::rejected).sum(),
                pairs.values().stream().mapToLong(OperationResult::failed).sum(),
                Latency.of(all),
                pairs);
    }

    private @Nullable WithoutDistance withoutDistance() {
        return target.hasDistances()
                ? new WithoutDistance(
                        Latency.of(generator.tickToTrade().withoutDistance().total()),
                        Latency.of(
                                generator.stats().stat(Operation.MARKET).withoutDistance().total()))
                : null;
    }

    private Map<String, OrderCounts> orders() {
        Map<String, OrderCounts> orders = new LinkedHashMap<>();
        generator.tally().counts().forEach((type, counts) -> orders.put(type.key(), counts));
        return orders;
    }

    private FloorResult floor() {
        Map<String, Latency> steps = new LinkedHashMap<>();
        for (Probe probe : Probe.values()) {
            Latency latency = Latency.of(floor.latencies(probe).total());
            if (probe.isStep() && latency != null) {
                steps.put(probe.key(), latency);
            }
        }
        return new FloorResult(
                Latency.of(floor.latencies(Probe.TICK_TO_TRADE).total()),
                Latency.of(floor.latencies(Probe.MARKET_ORDER).total()),
                steps,
                floor.recorded(),
                floor.failed());
    }

    private Ratios ratios() {
        Latencies ticks = generator.tickToTrade().withoutDistance();
        Latencies markets = generator.stats().stat(Operation.MARKET).withoutDistance();
        Latencies tickFloor = floor.latencies(Probe.TICK_TO_TRADE);
        Latencies marketFloor = floor.latencies(Probe.MARKET_ORDER);
        return new Ratios(
                ratio(ticks.total(), tickFloor.total(), 50),
                ratio(ticks.total(), tickFloor.total(), 99),
                ratio(markets.total(), marketFloor.total(), 50),
                ratio(markets.total(), marketFloor.total(), 99),
                new WindowRatios(spread(ticks, tickFloor), spread(markets, marketFloor)));
    }

    private static @Nullable Double ratio(Histogram ours, Histogram floor, double percentile) {
        if (ours.getTotalCount() == 0 || floor.getTotalCount() == 0) {
            return null;
        }
        return thousandths(
                (double) ours.getValueAtPercentile(percentile)
                        / floor.getValueAtPercentile(percentile));
    }

    /** Of each window of load and the window of floor that follows it. */
    static @Nullable Spread spread(Latencies ours, Latencies floor) {
        int pairs = Math.min(ours.windows().size(), floor.windows().size());
        double[] ratios = new double[pairs];
        int count = 0;
        for (int i = 0; i < pairs; i++) {
            Double ratio = ratio(ours.windows().get(i), floor.windows().get(i), 50);
            if (ratio != null) {
                ratios[count++] = ratio;
            }
        }
        if (count == 0) {
            return null;
        }
        Arrays.sort(ratios, 0, count);
        double median = (ratios[(count - 1) / 2] + ratios[count / 2]) / 2;
        return new Spread(count, ratios[0], thousandths(median), ratios[count - 1]);
    }

    private List<String> warnings(GeneratorHealth.Report health) {
        List<String> warnings = new ArrayList<>();
        if (health.isBehind()) {
            warnings.add(
                    "the load generator fell behind its own schedule: "
                            + health.late()
                            + " of "
                            + health.sent()
                            + " operations were sent over 5 ms late and "
                            + health.unsent()
                            + " not at all; latencies include that");
        }
        if (windows.count() < WindowPlan.FEW) {
            warnings.add(
                    "only "
                            + windows.count()
                            + " alternations of load and floor: the ratio may be chance; "
                            + WindowPlan.FEW
                            + " seconds or more give enough");
        }
        long failed = generator.stats().failed();
        if (failed > 0) {
            warnings.add(failed + " operations failed");
        }
        generator.stats().all().forEach((operation, stat) -> rejected(operation, stat, warnings));
        return warnings;
    }

    private static void rejected(
            Operation operation, OperationStats.Stat stat, List<String> warnings) {
        if (operation.isOrder() && stat.rejected() * 100 > stat.sent() * REJECTED_PERCENT) {
            warnings.add(
                    stat.rejected()
                            + " of "
                            + stat.sent()
                            + ' '
                            + operation.key()
                            + " orders were rejected");
        }
    }

    private static double thousandths(double number) {
        return Math.round(number * THOUSANDTH) / THOUSANDTH;
    }
}
