package org.fogg.trader.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.fogg.trader.bench.measure.GeneratorHealth;
import org.fogg.trader.bench.measure.Latency;
import org.fogg.trader.bench.measure.OrderCounts;
import org.fogg.trader.bench.measure.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run measured. All latencies in microseconds.
 *
 * @param run the run's name
 * @param seconds of load that was measured
 * @param traders created before the run
 * @param environment machine, JVM, versions and settings
 * @param operations by name
 * @param orders by type, of those sent while load was measured
 * @param tickToTradeUs null when no trade was triggered
 * @param withoutDistance null where there are no distances
 * @param floor null when it could not be measured
 * @param ratio null when the floor is void or something was not measured
 * @param tradesPerS of the orders counted, over the seconds of load
 * @param findMax null unless asked for
 * @param generator how the load generator itself did
 * @param problems why operations were refused or failed, the most frequent first
 * @param warnings what a reader should know, one sentence each
 * @param failures checks that did not hold, one sentence each
 */
public record BenchResult(
        String run,
        int seconds,
        int traders,
        int ratePerS,
        long seed,
        String mix,
        Map<String, Object> environment,
        Map<String, OperationResult> operations,
        Map<String, OrderCounts> orders,
        @Nullable Latency tickToTradeUs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WithoutDistance withoutDistance,
        @Nullable FloorResult floor,
        @Nullable Ratios ratio,
        double tradesPerS,
        @Nullable MaxRate findMax,
        GeneratorHealth.Report generator,
        List<Problems.Problem> problems,
        List<String> warnings,
        List<String> failures) {

    /**
     * One operation.
     *
     * @param sent how many were sent
     * @param ok how many were done; only their latencies count
     * @param rejected how many were refused for their content
     * @param failed how many had no answer, 429 or 503, also after repetition
     * @param latencyUs from the planned time; null when none was done
     * @param foreign the same of those on stocks of other georegions, which the others leave out;
     *     null where there is one georegion, and for what does not leave home
     */
    public record OperationResult(
            long sent,
            long ok,
            long rejected,
            long failed,
            @Nullable Latency latencyUs,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ForeignResult foreign) {

        /** One that does not leave home. */
        OperationResult(
                long sent, long ok, long rejected, long failed, @Nullable Latency latencyUs) {
            this(sent, ok, rejected, failed, latencyUs, null);
        }
    }

    /**
     * One operation on stocks of other georegions.
     *
     * @param pairs by directed pair of georegions, as in {@code europe>north-america}
     */
    public record ForeignResult(
            long sent,
            long ok,
            long rejected,
            long failed,
            @Nullable Latency latencyUs,
            Map<String, OperationResult> pairs) {}

    /**
     * What is compared with the floor where messages take the time of their way, which the floor's
     * do not: the latencies without it.
     */
    public record WithoutDistance(
            @Nullable Latency tickToTradeUs, @Nullable Latency marketOrderUs) {}

    /**
     * The bare floor.
     *
     * @param probes counted
     * @param failed not counted
     */
    public record FloorResult(
            @Nullable Latency tickToTradeUs,
            @Nullable Latency marketOrderUs,
            Map<String, Latency> stepsUs,
            long probes,
            long failed) {}

    /**
     * Fogg's latency over the floor's, of the whole run, both without distances; null where one of
     * them was not measured.
     *
     * @param windows how the ratio of medians varied between pairs of windows of load and floor
     */
    public record Ratios(
            @Nullable Double tickToTradeP50,
            @Nullable Double tickToTradeP99,
            @Nullable Double marketOrderP50,
            @Nullable Double marketOrderP99,
            WindowRatios windows) {}

    /** The ratio of medians in each pair of windows; null where there is none. */
    public record WindowRatios(@Nullable Spread tickToTradeP50, @Nullable Spread marketOrderP50) {}

    /** Least, middle and greatest of some numbers. */
    public record Spread(int count, double min, double median, double max) {}

    /**
     * The highest rate found.
     *
     * @param ratePerS orders a second; 0 when no rate held
     * @param p99LimitUs what tick-to-trade p99 had to stay within
     * @param steps in the order in which they were tried
     */
    public record MaxRate(int ratePerS, long p99LimitUs, List<Step> steps) {}

    /**
     * One rate that was tried.
     *
     * @param tickToTradeP99Us null when no trade was triggered
     * @param doneShare share of the operations that were done
     * @param held whether latency, share and the generator's own schedule held
     */
    public record Step(
            int ratePerS, @Nullable Long tickToTradeP99Us, double doneShare, boolean held) {}

    /** The same with the highest rate found. */
    BenchResult withMax(MaxRate found) {
        return new BenchResult(
                run,
                seconds,
                traders,
                ratePerS,
                seed,
                mix,
                environment,
                operations,
                orders,
                tickToTradeUs,
                withoutDistance,
                floor,
                ratio,
                tradesPerS,
                found,
                generator,
                problems,
                warnings,
                failures);
    }

    /** Whether every check held, so that the run may be relied on. */
    public boolean checksHeld() {
        return failures.isEmpty();
    }

    /** The result for programs, as {@code docs} and the launcher's help describe it. */
    public ObjectNode toJson() {
        return ResultJson.of(this);
    }

    /** The result for people, several lines. */
    public String toText() {
        return ResultText.of(this);
    }
}
