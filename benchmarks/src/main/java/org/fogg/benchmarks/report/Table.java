package org.fogg.benchmarks.report;

import static org.fogg.benchmarks.book.BookKind.EXCHANGE_CORE;
import static org.fogg.benchmarks.book.BookKind.FOGG;
import static org.fogg.benchmarks.book.BookKind.LINEAR;
import static org.fogg.benchmarks.book.BookKind.SKIP_LIST;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.fogg.benchmarks.book.BookKind;
import org.fogg.benchmarks.run.Suite;
import org.fogg.benchmarks.run.Task;

/** The figures for people: what was measured, then what it comes to beside the goals. */
public final class Table {

    private static final String ROW = "%-36s %14s %14s %14s %14s%n";
    private static final String GOAL_ROW = "%-58s %9s   %-9s %s%n";
    private static final List<BookKind> KINDS = List.of(FOGG, EXCHANGE_CORE, SKIP_LIST, LINEAR);
    private static final List<Integer> SIZES =
            List.of(Suite.SMALL, 10_000, 100_000, Suite.LARGE, Suite.HUGE);

    private final Figures figures;
    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private Table(Figures figures, Report report) {
        this.figures = figures;
        this.report = report;
    }

    /** Several lines, each ended. */
    public static String of(Figures figures, Report report) {
        Table table = new Table(figures, report);
        table.times();
        table.memory();
        table.goals();
        return table.text.toString();
    }

    private void times() {
        line(ROW, "Nanoseconds", "Fogg", "exchange-core", "skip list", "linear scan");
        for (Task task : Task.values()) {
            for (int orders : SIZES) {
                List<OptionalDouble> nanos =
                        KINDS.stream().map(kind -> figures.nanos(task, kind, orders)).toList();
                if (task != Task.FOOTPRINT && nanos.stream().anyMatch(OptionalDouble::isPresent)) {
                    line(
                            ROW,
                            "%s, %,d".formatted(task.label(), orders),
                            number(nanos.get(0)),
                            number(nanos.get(1)),
                            number(nanos.get(2)),
                            number(nanos.get(3)));
                }
            }
        }
    }

    private void memory() {
        line("%n");
        line(
                ROW,
                "Live bytes per order, 1,000,000",
                number(OptionalDouble.of(report.foggBytes())),
                number(OptionalDouble.of(report.exchangeCoreBytes())),
                number(OptionalDouble.of(report.skipListBytes())),
                "-");
        line(
                ROW,
                "10,000,000, in a heap of 1.5 GiB",
                number(OptionalDouble.of(figures.bytesPerOrder(FOGG, Suite.HUGE))),
                "-",
                "-",
                "-");
    }

    private void goals() {
        line("%n" + GOAL_ROW, "Fogg beside exchange-core", "", "goal", "");
        atLeast("place or cancel, 1,000: operations/s", report.placeCancelSmall(), 1.0);
        atLeast("place or cancel, 1,000,000: operations/s", report.placeCancelLarge(), 1.25);
        atMost("order of an avalanche, 1,000,000: ns", report.trigger(), 1.0);
        atMost("tick without triggers, 1,000,000: ns", report.idleTick(), 0.2);
        atMost("live bytes per order", report.foggBytes() / report.exchangeCoreBytes(), 0.75);
        line("%n" + GOAL_ROW, "Growth from 10^3 to 10^6 orders (log-log slope)", "", "goal", "");
        atMost("tick without triggers", report.idleTickGrowth(), 0.05);
        atMost("tick with ten triggers", report.tenTriggersGrowth(), 0.25);
        atLeast("linear scan, the control", report.controlGrowth(), 0.9);
        line("%n");
        atMost("Bytes allocated per operation", report.allocatedBytes(), 0);
    }

    private void atLeast(String name, double value, double goal) {
        goal(name, value, ">= " + goal, value >= goal);
    }

    private void atMost(String name, double value, double goal) {
        goal(name, value, "<= " + goal, Math.round(value * 100) <= Math.round(goal * 100));
    }

    private void goal(String name, double value, String goal, boolean isMet) {
        line(
                GOAL_ROW,
                name,
                String.format(Locale.ROOT, "%.2f", value),
                goal,
                isMet ? "" : "missed");
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "-";
        }
        String format = value.getAsDouble() < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value.getAsDouble());
    }
}
