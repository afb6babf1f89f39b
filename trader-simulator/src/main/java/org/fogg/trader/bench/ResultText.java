package org.fogg.trader.bench;

import java.util.Locale;
import java.util.Map;
import org.fogg.trader.bench.BenchResult.FloorResult;
import org.fogg.trader.bench.BenchResult.ForeignResult;
import org.fogg.trader.bench.BenchResult.OperationResult;
import org.fogg.trader.bench.BenchResult.Ratios;
import org.fogg.trader.bench.BenchResult.Spread;
import org.fogg.trader.bench.BenchResult.WithoutDistance;
import org.fogg.trader.bench.client.Money;
import org.fogg.trader.bench.measure.Latency;
import org.fogg.trader.bench.measure.OrderCounts;
import org.jspecify.annotations.Nullable;

/** A result as text. */
final class ResultText {

    private static final String COUNTS = "%-14s %9s %9s %9s %9s";
    private static final String LATENCY = " %9s %9s %9s %9s %9s";
    private static final double MILLI = 1_000.0;

    private final StringBuilder text = new StringBuilder();

    private ResultText() {}

    static String of(BenchResult result) {
        ResultText table = new ResultText();
        table.operations(result);
        table.orders(result);
        table.beside(result);
        table.notes(result);
        return table.text.toString();
    }

    private void operations(BenchResult result) {
        line(
                "%d s at %d orders/s, mix %s, %d traders, seed %d; latencies in ms from the"
                        + " planned time",
                result.seconds(), result.ratePerS(), result.mix(), result.traders(), result.seed());
        line("");
        line(
                COUNTS + LATENCY,
                "operation",
                "sent",
                "ok",
                "rejected",
                "failed",
                "p50",
                "p90",
                "p99",
                "p99.9",
                "max");
        for (Map.Entry<String, OperationResult> entry : result.operations().entrySet()) {
            OperationResult operation = entry.getValue();
            String counts =
                    String.format(
                            Locale.ROOT,
                            COUNTS,
                            entry.getKey(),
                            operation.sent(),
                            operation.ok(),
                            operation.rejected(),
                            operation.failed());
            line("%s%s", counts, latency(operation.latencyUs()));
        }
        line("");
        foreign(result);
    }

    private void foreign(BenchResult result) {
        boolean any = false;
        for (Map.Entry<String, OperationResult> entry : result.operations().entrySet()) {
            ForeignResult foreign = entry.getValue().foreign();
            if (foreign != null) {
                any = true;
                line(
                        "%s abroad: %d sent, %d ok, %d rejected, %d failed",
                        entry.getKey(),
                        foreign.sent(),
                        foreign.ok(),
                        foreign.rejected(),
                        foreign.failed());
                foreign.pairs().forEach((pair, each) -> row("  " + pair, each.latencyUs()));
            }
        }
        if (any) {
            line("");
        }
    }

    private void orders(BenchResult result) {
        line(
                "%-14s %9s %9s %14s %9s %9s %9s %18s",
                "orders",
                "placed",
                "filled",
                "after resting",
                "canceled",
                "rejected",
                "open",
                "value (USD)");
        for (Map.Entry<String, OrderCounts> entry : result.orders().entrySet()) {
            OrderCounts counts = entry.getValue();
            line(
                    "%-14s %9d %9d %14d %9d %9d %9d %18s",
                    entry.getKey(),
                    counts.placed(),
                    counts.filled(),
                    counts.filledAfterResting(),
                    counts.canceled(),
                    counts.rejected(),
                    counts.open(),
                    Money.text(counts.value()));
        }
        line("%.1f trades/s", result.tradesPerS());
        line("");
    }

    /** Fogg's latencies, and the floor's under them. */
    private void beside(BenchResult result) {
        line("%-32s" + LATENCY, "ms", "p50", "p90", "p99", "p99.9", "max");
        OperationResult market = result.operations().get("market");
        FloorResult floor = result.floor();
        compare(
                "tick to trade",
                result.tickToTradeUs(),
                floor == null ? null : floor.tickToTradeUs());
        compare(
                "market order",
                market == null ? null : market.latencyUs(),
                floor == null ? null : floor.marketOrderUs());
        WithoutDistance bare = result.withoutDistance();
        if (bare != null) {
            row("tick to trade without distance", bare.tickToTradeUs());
            row("market order without distance", bare.marketOrderUs());
            line("The floor has no distances, and neither have the ratios.");
        }
        if (floor != null) {
            floor.stepsUs().forEach((step, latency) -> row("  step " + step, latency));
        }
        Ratios ratio = result.ratio();
        if (ratio == null) {
            line("ratio to the floor: none");
        } else {
            ratio("tick to trade", ratio.tickToTradeP50(), ratio.tickToTradeP99());
            spread(ratio.windows().tickToTradeP50());
            ratio("market order", ratio.marketOrderP50(), ratio.marketOrderP99());
            spread(ratio.windows().marketOrderP50());
        }
        BenchResult.MaxRate max = result.findMax();
        if (max != null) {
            line(
                    "highest rate with tick-to-trade p99 of %.0f ms or less: %d orders/s",
                    max.p99LimitUs() / MILLI, max.ratePerS());
        }
    }

    private void compare(String name, @Nullable Latency ours, @Nullable Latency floor) {
        row(name, ours);
        row("  its floor", floor);
    }

    private void row(String name, @Nullable Latency latency) {
        line("%-32s%s", name, latency(latency));
    }

    private void ratio(String name, @Nullable Double p50, @Nullable Double p99) {
        line("ratio to the floor, %s: p50 %s, p99 %s", name, number(p50), number(p99));
    }

    private void spread(@Nullable Spread spread) {
        if (spread != null) {
            line(
                    "  p50 over %d windows: %.2f to %.2f, median %.2f",
                    spread.count(), spread.min(), spread.max(), spread.median());
        }
    }

    private void notes(BenchResult result) {
        result.problems().forEach(p -> line("%6d x %s", p.count(), p.what()));
        result.warnings().forEach(w -> line("warning: %s", w));
        result.failures().forEach(f -> line("FAILED: %s", f));
    }

    private static String latency(@Nullable Latency latency) {
        return latency == null
                ? String.format(Locale.ROOT, LATENCY, "-", "-", "-", "-", "-")
                : String.format(
                        Locale.ROOT,
                        LATENCY,
                        millis(latency.p50()),
                        millis(latency.p90()),
                        millis(latency.p99()),
                        millis(latency.p999()),
                        millis(latency.max()));
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f", micros / MILLI);
    }

    private static String number(@Nullable Double number) {
        return number == null ? "none" : String.format(Locale.ROOT, "%.2f", number);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
