package org.fogg.trader.bench.measure;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.fogg.trader.bench.mix.Operation;
import org.jspecify.annotations.Nullable;

/** Counts and latencies of each operation. Not thread-safe. */
public final class OperationStats {

    private final Map<Operation, Stat> stats = new EnumMap<>(Operation.class);
    private final Map<Operation, Map<Crossing, Stat>> crossings = new EnumMap<>(Operation.class);

    /** Counts of one operation, and the latencies of those that were done. */
    public static final class Stat {
        private final Latencies latencies;
        private final Latencies withoutDistance;
        private long sent;
        private long ok;
        private long rejected;
        private long failed;

        private Stat(String name) {
            this.latencies = new Latencies(name);
            this.withoutDistance = new Latencies(name + "_without_distance");
        }

        private void ended(Outcome outcome, long nanos, long distanceNanos) {
            switch (outcome) {
                case OK -> {
                    ok++;
                    latencies.record(nanos);
                    withoutDistance.record(nanos - distanceNanos);
                }
                case REJECTED -> rejected++;
                case FAILED -> failed++;
            }
        }

        private void endWindow(long startMillis, long endMillis) {
            latencies.endWindow(startMillis, endMillis);
            withoutDistance.endWindow(startMillis, endMillis);
        }

        /** How many were sent. */
        public long sent() {
            return sent;
        }

        /** How many were done. */
        public long ok() {
            return ok;
        }

        /** How many were refused for their content. */
        public long rejected() {
            return rejected;
        }

        /** How many had no answer, or 429 or 503, also after repetition. */
        public long failed() {
            return failed;
        }

        /** Of those done, from the planned time. */
        public Latencies latencies() {
            return latencies;
        }

        /** The same without the time that messages were under way within the georegion. */
        public Latencies withoutDistance() {
            return withoutDistance;
        }
    }

    /** How an operation ended. */
    public enum Outcome {
        OK,
        REJECTED,
        FAILED
    }

    /**
     * Counts an operation that is sent.
     *
     * @param crossing where it is about a stock of another georegion; else null
     */
    public void sent(Operation operation, @Nullable Crossing crossing) {
        stat(operation, crossing).sent++;
    }

    /**
     * Counts an operation's end.
     *
     * @param nanos from the planned time
     * @param distanceNanos how long its messages were under way within the georegion
     */
    public void ended(
            Operation operation,
            @Nullable Crossing crossing,
            Outcome outcome,
            long nanos,
            long distanceNanos) {
        stat(operation, crossing).ended(outcome, nanos, distanceNanos);
    }

    /** Ends a window of all operations. */
    public void endWindow(long startMillis, long endMillis) {
        everything().forEach(stat -> stat.endWindow(startMillis, endMillis));
    }

    /** The operations that were sent, those about stocks of other georegions left out. */
    public Map<Operation, Stat> all() {
        return new LinkedHashMap<>(stats);
    }

    /** One operation's, perhaps without any; about stocks at home. */
    public Stat stat(Operation operation) {
        return stats.computeIfAbsent(operation, each -> new Stat(each.key()));
    }

    /** One operation's on stocks of other georegions, by the way that it went. */
    public Map<Crossing, Stat> crossings(Operation operation) {
        return new LinkedHashMap<>(crossings.getOrDefault(operation, Map.of()));
    }

    private Stat stat(Operation operation, @Nullable Crossing crossing) {
        if (crossing == null) {
            return stat(operation);
        }
        return crossings
                .computeIfAbsent(operation, each -> new LinkedHashMap<>())
                .computeIfAbsent(crossing, each -> new Stat(operation.key() + '_' + each.key()));
    }

    /** All there is, at home and abroad. */
    public Stream<Stat> everything() {
        return Stream.concat(
                stats.values().stream(),
                crossings.values().stream().flatMap(each -> each.values().stream()));
    }

    /** Sum over all operations. */
    public long failed() {
        return everything().mapToLong(Stat::failed).sum();
    }
}
