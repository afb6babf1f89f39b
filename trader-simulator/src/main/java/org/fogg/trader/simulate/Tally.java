package org.fogg.trader.simulate;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Counts the orders and trades of one kind. */
final class Tally {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final int DIGITS = 3;
    private static final int CURVE_POINTS = 100;

    private final Histogram micros = new Histogram(DIGITS);
    private long orders;
    private long refused;
    private long trades;
    private long atOnce;
    private long value;
    private long loss;
    private long latencySum;
    private long longest;

    void ordered() {
        orders++;
    }

    void refused() {
        refused++;
    }

    void traded(SimulatedTrade trade) {
        trades++;
        atOnce += trade.atOnce() ? 1 : 0;
        value = Math.addExact(value, trade.value());
        loss = Math.addExact(loss, trade.loss());
        latencySum += trade.latency();
        longest = Math.max(longest, trade.latency());
        micros.recordValue(trade.latency() / NANOS_PER_MICRO);
    }

    long trades() {
        return trades;
    }

    TypeResult result() {
        return new TypeResult(
                orders,
                refused,
                trades,
                atOnce,
                value,
                loss,
                new TypeResult.Latency(
                        trades == 0 ? 0 : latencySum / NANOS_PER_MILLI / trades,
                        longest / NANOS_PER_MILLI,
                        percentile(50),
                        percentile(99)),
                curve());
    }

    /** The latency that each percent of the trades stays within, in milliseconds. */
    private List<Double> curve() {
        List<Double> curve = new ArrayList<>();
        for (int percent = 0; trades > 0 && percent <= CURVE_POINTS; percent++) {
            curve.add(percentile(percent));
        }
        return curve;
    }

    /** The histogram answers with the upper end of a bucket, which may be above the longest. */
    private double percentile(double percent) {
        return trades == 0
                ? 0
                : Math.min(
                        micros.getValueAtPercentile(percent) / MICROS_PER_MILLI,
                        longest / NANOS_PER_MILLI);
    }
}
