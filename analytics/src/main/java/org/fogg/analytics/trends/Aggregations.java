package org.fogg.analytics.trends;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.ArrayPercentilesItem;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.util.NamedValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregations that trends are made of, and how their results are read. */
final class Aggregations {

    private static final List<Double> PERCENTS = List.of(50.0, 90.0, 99.0);
    private static final int DIGITS = 2;

    private Aggregations() {}

    /** Buckets by a keyword, the largest first by {@code _count} or a sub-aggregation. */
    static Aggregation terms(
            String field, int size, String order, Map<String, Aggregation> within) {
        return Aggregation.of(
                aggregation ->
                        aggregation
                                .terms(
                                        terms ->
                                                terms.field(field)
                                                        .size(size)
                                                        .order(
                                                                NamedValue.of(
                                                                        order, SortOrder.Desc)))
                                .aggregations(within));
    }

    /** Buckets by time, empty ones included. */
    static Aggregation times(Scope scope, Duration step, Map<String, Aggregation> within) {
        String offset = Math.floorMod(scope.from().toEpochMilli(), step.toMillis()) + "ms";
        return Aggregation.of(
                aggregation ->
                        aggregation
                                .dateHistogram(
                                        times ->
                                                times.field("at")
                                                        .fixedInterval(
                                                                Time.of(
                                                                        time ->
                                                                                time.time(
                                                                                        step
                                                                                                        .toMillis()
                                                                                                + "ms")))
                                                        .offset(Time.of(time -> time.time(offset)))
                                                        .minDocCount(0))
                                .aggregations(within));
    }

    static Aggregation sum(String field) {
        return Aggregation.of(aggregation -> aggregation.sum(sum -> sum.field(field)));
    }

    static Aggregation average(String field) {
        return Aggregation.of(aggregation -> aggregation.avg(average -> average.field(field)));
    }

    /** Percentiles to about one per cent, by an HDR histogram. */
    static Aggregation percentiles(String field) {
        return Aggregation.of(
                aggregation ->
                        aggregation.percentiles(
                                percentiles ->
                                        percentiles
                                                .field(field)
                                                .percents(PERCENTS)
                                                .keyed(false)
                                                .hdr(
                                                        hdr ->
                                                                hdr.numberOfSignificantValueDigits(
                                                                        DIGITS))));
    }

    /** How many documents have the field. */
    static Aggregation count(String field) {
        return Aggregation.of(aggregation -> aggregation.valueCount(count -> count.field(field)));
    }

    /** Buckets by keyword; none where there is no index yet. */
    static List<StringTermsBucket> terms(Map<String, Aggregate> results, String name) {
        Aggregate result = results.get(name);
        return result == null || !result.isSterms() ? List.of() : result.sterms().buckets().array();
    }

    /** Buckets by time; none where there is no index yet. */
    static List<DateHistogramBucket> times(Map<String, Aggregate> results, String name) {
        Aggregate result = results.get(name);
        return result == null ? List.of() : result.dateHistogram().buckets().array();
    }

    static double sum(Map<String, Aggregate> results, String name) {
        Double sum = get(results, name).sum().value();
        return sum == null ? 0 : sum;
    }

    static long count(Map<String, Aggregate> results, String name) {
        Double count = get(results, name).valueCount().value();
        return count == null ? 0 : count.longValue();
    }

    /** An average price; null for no documents, which the client reads as 0. */
    static @Nullable Double average(Map<String, Aggregate> results, String name) {
        Double value = get(results, name).avg().value();
        return value == null || value == 0 ? null : value;
    }

    /** Percentiles; null for no documents. */
    static @Nullable Percentiles percentiles(Map<String, Aggregate> results, String name) {
        List<ArrayPercentilesItem> values = get(results, name).hdrPercentiles().values().array();
        Double p50 = values.get(0).value();
        Double p90 = values.get(1).value();
        Double p99 = values.get(2).value();
        return p50 == null || p90 == null || p99 == null ? null : new Percentiles(p50, p90, p99);
    }

    private static Aggregate get(Map<String, Aggregate> results, String name) {
        Aggregate result = results.get(name);
        if (result == null) {
            throw new IllegalStateException("Elasticsearch answered without " + name);
        }
        return result;
    }
}
