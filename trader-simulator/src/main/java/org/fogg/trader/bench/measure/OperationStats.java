package org.fogg.trader.bench.measure;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fogg.trader.bench.mix.Operation;

/** Counts and latencies of each operation. Not thread-safe. */
public final class OperationStats {

    private final Map<Operation, Stat> stats = new EnumMap<>(Operation.class);

    /** Counts of one operation, and the latencies of those that were done. */
    public static final class Stat {
        private final Latencies latencies;
        private long sent;
        private long ok;
        private long rejected;
        private long failed;

        private Stat(Operation operation) {
            this.latencies = new Latencies(operation.key());
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
    }

    /** How an operation ended. */
    public enum Outcome {
        OK,
        REJECTED,
        FAILED
    }

    /** Counts an operation that is sent. */
    public void sent(Operation operation) {
        stat(operation).sent++;
    }

    /** Counts an operation's end. */
    public void ended(Operation operation, Outcome outcome, long nanos) {
        Stat stat = stat(operation);
        switch (outcome) {
            case OK -> {
                stat.ok++;
                stat.latencies.record(nanos);
            }
            case REJECTED -> stat.rejected++;
            case FAILED -> stat.failed++;
        }
    }

    /** Ends a window of all operations. */
    public void endWindow(long startMillis, long endMillis) {
        stats.values().forEach(stat -> stat.latencies.endWindow(startMillis, endMillis));
    }

    /** The operations that were sent. */
    public Map<Operation, Stat> all() {
        return new LinkedHashMap<>(stats);
    }

    /** One operation's, perhaps without any. */
    public Stat stat(Operation operation) {
        return stats.computeIfAbsent(operation, Stat::new);
    }

    /** Sum over all operations. */
    public long failed() {
        return stats.values().stream().mapToLong(Stat::failed).sum();
    }
}
