package org.fogg.benchmarks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fogg.benchmarks.book.BookKind;
import org.fogg.benchmarks.run.Case;
import org.fogg.benchmarks.run.Measurement;
import org.fogg.benchmarks.run.Task;

/** All that was measured; a figure of a case is the median over its iterations in all JVMs. */
public final class Figures {

    private final Map<Case, List<Measurement>> measurements = new HashMap<>();

    /** Takes in a measurement; a case may have several. */
    public void add(Case measured, Measurement measurement) {
        measurements.computeIfAbsent(measured, key -> new ArrayList<>()).add(measurement);
    }

    /** Nanoseconds per operation, where it was measured. */
    OptionalDouble nanos(Task task, BookKind kind, int orders) {
        double[] sorted =
                of(new Case(task, kind, orders)).stream()
                        .flatMap(measurement -> measurement.nanos().stream())
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                sorted.length % 2 == 1
                        ? sorted[middle]
                        : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** One book's time divided by another's. */
    double ratio(Task task, int orders, BookKind kind, BookKind other) {
        return nanos(task, kind, orders).orElseThrow() / nanos(task, other, orders).orElseThrow();
    }

    /** How time grows with the number of orders: the slope of the line through the logarithms. */
    double slope(Task task, BookKind kind) {
        Map<Integer, Double> bySize = new TreeMap<>();
        for (Case measured : measurements.keySet()) {
            if (measured.task() == task && measured.kind() == kind) {
                int orders = measured.orders();
                bySize.put(orders, nanos(task, kind, orders).orElseThrow());
            }
        }
        return Slope.ofLogarithms(bySize);
    }

    /** Live bytes per resting order. */
    double bytesPerOrder(BookKind kind, int orders) {
        return of(new Case(Task.FOOTPRINT, kind, orders)).get(0).liveBytes() / orders;
    }

    /** Bytes allocated per operation, by the task of this book that allocates most. */
    double allocatedBytes(BookKind kind) {
        return measurements.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .filter(entry -> entry.getKey().task() != Task.FOOTPRINT)
                .flatMap(entry -> entry.getValue().stream())
                .mapToDouble(Measurement::allocatedBytes)
                .max()
                .orElseThrow();
    }

    private List<Measurement> of(Case measured) {
        return measurements.getOrDefault(measured, List.of());
    }
}
