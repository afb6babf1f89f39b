package org.fogg.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A report for programs. */
public final class ReportJson {

    private ReportJson() {}

    /** One JSON object. */
    public static String of(Report report) {
        return """
                {
                  "place_cancel_ratio": {"1e3": %s, "1e6": %s},
                  "trigger_ns_ratio": %s,
                  "idle_tick_ratio": %s,
                  "growth": {"idle_tick": %s, "trigger_10": %s, "control": %s},
                  "bytes_per_order": {"fogg": %s, "exchange_core": %s, "skiplist": %s},
                  "alloc_bytes_per_op": %s
                }
                """
                .formatted(
                        rounded(report.placeCancelSmall(), 3),
                        rounded(report.placeCancelLarge(), 3),
                        rounded(report.trigger(), 3),
                        rounded(report.idleTick(), 3),
                        rounded(report.idleTickGrowth(), 3),
                        rounded(report.tenTriggersGrowth(), 3),
                        rounded(report.controlGrowth(), 3),
                        rounded(report.foggBytes(), 1),
                        rounded(report.exchangeCoreBytes(), 1),
                        rounded(report.skipListBytes(), 1),
                        rounded(report.allocatedBytes(), 2));
    }

    private static String rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
