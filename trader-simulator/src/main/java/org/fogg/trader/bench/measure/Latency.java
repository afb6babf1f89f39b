package org.fogg.trader.bench.measure;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Percentiles in microseconds. */
public record Latency(long p50, long p90, long p99, long p999, long max) {

    private static final long NANOS = 1_000;

    /** The percentiles of a histogram of nanoseconds; null when it is empty. */
    public static @Nullable Latency of(Histogram nanos) {
        if (nanos.getTotalCount() == 0) {
            return null;
        }
        return new Latency(
                micros(nanos.getValueAtPercentile(50)),
                micros(nanos.getValueAtPercentile(90)),
                micros(nanos.getValueAtPercentile(99)),
                micros(nanos.getValueAtPercentile(99.9)),
                micros(nanos.getMaxValue()));
    }

    private static long micros(long nanos) {
        return (nanos + NANOS / 2) / NANOS;
    }
}
