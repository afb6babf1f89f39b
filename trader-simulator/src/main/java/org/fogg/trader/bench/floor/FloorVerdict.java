package org.fogg.trader.bench.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * Whether the floor may be compared with. A chain is to cost little more than its hops alone: one
 * that takes over 1.5 times their sum (medians) measured something else besides, and flatters what
 * is compared with it.
 *
 * @param problems why it may not, one sentence each; empty when it may
 */
public record FloorVerdict(List<String> problems) {

    private static final Map<Probe, List<Probe>> CHAINS =
            Map.of(
                    Probe.TICK_TO_TRADE,
                    List.of(Probe.PRODUCE_CONSUME, Probe.EXECUTE, Probe.APPEND),
                    Probe.MARKET_ORDER,
                    List.of(Probe.PING, Probe.PRODUCE_CONSUME, Probe.EXECUTE, Probe.APPEND));

    public FloorVerdict {
        problems = List.copyOf(problems);
    }

    /** The verdict on these measurements, in nanoseconds. */
    static FloorVerdict of(Function<Probe, Histogram> measured) {
        List<String> problems = new ArrayList<>();
        for (Probe chain : List.of(Probe.TICK_TO_TRADE, Probe.MARKET_ORDER)) {
            check(chain, CHAINS.getOrDefault(chain, List.of()), measured, problems);
        }
        return new FloorVerdict(problems);
    }

    private static void check(
            Probe chain,
            List<Probe> steps,
            Function<Probe, Histogram> measured,
            List<String> problems) {
        long sum = 0;
        for (Probe step : steps) {
            Histogram histogram = measured.apply(step);
            if (histogram.getTotalCount() == 0) {
                problems.add("floor: its step " + step.key() + " was never measured");
                return;
            }
            sum += median(histogram);
        }
        Histogram histogram = measured.apply(chain);
        if (histogram.getTotalCount() == 0) {
            problems.add("floor: " + chain.key() + " was never measured");
        } else if (median(histogram) * 2 > sum * 3) {
            problems.add(
                    String.format(
                            "floor: %s takes %d us (p50), over 1.5 times the %d us of its steps:"
                                    + " the run is void, repeat it on a quieter machine",
                            chain.key(), median(histogram) / 1_000, sum / 1_000));
        }
    }

    private static long median(Histogram histogram) {
        return histogram.getValueAtPercentile(50);
    }
}
