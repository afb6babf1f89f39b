package org.fogg.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.fogg.benchmarks.book.BookKind;
import org.fogg.benchmarks.run.Case;
import org.fogg.benchmarks.run.Measurement;
import org.fogg.benchmarks.run.Suite;
import org.fogg.benchmarks.run.Task;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Figures figures = new Figures();

    @Test
    void shouldDivideTheRightWayRound() {
        fill(5_000);

        Report report = Report.of(figures);

        assertThat(ReportJson.of(report))
                .isEqualToIgnoringWhitespace(
                        """
                        {"place_cancel_ratio": {"1e3": 2.000, "1e6": 4.000},
                         "trigger_ns_ratio": 0.250, "idle_tick_ratio": 0.100,
                         "growth": {"idle_tick": 0.000, "trigger_10": 0.333, "control": 1.000},
                         "bytes_per_order": {"fogg": 40.0, "exchange_core": 90.0, "skiplist": 150.0},
                         "alloc_bytes_per_op": 0.50}
                        """);
        assertThat(report.controlHolds()).isTrue();
        assertThat(Table.of(figures, report)).contains("missed");
    }

    @Test
    void shouldNotHoldWhenTheControlDoesNotGrow() {
        fill(10);

        assertThat(Report.of(figures).controlHolds()).isFalse();
    }

    @Test
    void shouldFitALineThroughAllSizes() {
        double slope = Slope.ofLogarithms(Map.of(10, 3.0, 100, 30.0, 1_000, 300.0));

        assertThat(slope).isEqualTo(1, within(1e-9));
    }

    private void fill(double linearNanos) {
        nanos(Task.PLACE_CANCEL, BookKind.FOGG, Suite.SMALL, 9, 10, 11);
        nanos(Task.PLACE_CANCEL, BookKind.EXCHANGE_CORE, Suite.SMALL, 19, 21);
        nanos(Task.PLACE_CANCEL, BookKind.FOGG, Suite.LARGE, 50);
        nanos(Task.PLACE_CANCEL, BookKind.EXCHANGE_CORE, Suite.LARGE, 200);
        nanos(Task.AVALANCHE, BookKind.FOGG, Suite.LARGE, 50);
        nanos(Task.AVALANCHE, BookKind.EXCHANGE_CORE, Suite.LARGE, 200);
        nanos(Task.IDLE_TICK, BookKind.FOGG, Suite.SMALL, 2);
        nanos(Task.IDLE_TICK, BookKind.FOGG, Suite.LARGE, 2);
        nanos(Task.IDLE_TICK, BookKind.EXCHANGE_CORE, Suite.LARGE, 20);
        nanos(Task.TEN_TRIGGERS, BookKind.FOGG, Suite.SMALL, 10);
        nanos(Task.TEN_TRIGGERS, BookKind.FOGG, Suite.LARGE, 100);
        nanos(Task.IDLE_TICK, BookKind.LINEAR, Suite.SMALL, 5);
        nanos(Task.IDLE_TICK, BookKind.LINEAR, Suite.LARGE, linearNanos);
        live(BookKind.FOGG, Suite.LARGE, 40);
        live(BookKind.FOGG, Suite.HUGE, 40);
        live(BookKind.EXCHANGE_CORE, Suite.LARGE, 90);
        live(BookKind.SKIP_LIST, Suite.LARGE, 150);
    }

    private void nanos(Task task, BookKind kind, int orders, double... nanos) {
        for (double each : nanos) {
            figures.add(new Case(task, kind, orders), new Measurement(List.of(each), 0.5, 0));
        }
    }

    private void live(BookKind kind, int orders, double bytes) {
        figures.add(
                new Case(Task.FOOTPRINT, kind, orders),
                new Measurement(List.of(), 0, bytes * orders));
    }
}
