package org.fogg.analytics.trends;

import static org.fogg.analytics.trends.Aggregations.percentiles;
import static org.fogg.analytics.trends.Aggregations.sum;
import static org.fogg.analytics.trends.Aggregations.terms;
import static org.fogg.analytics.trends.Aggregations.times;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fogg.analytics.index.IndexNames;
import org.fogg.analytics.trends.OrderViews.Activity;
import org.fogg.analytics.trends.OrderViews.Flow;
import org.fogg.analytics.trends.OrderViews.Latency;
import org.fogg.analytics.trends.OrderViews.Loss;
import org.fogg.analytics.trends.OrderViews.RegionLatency;
import org.fogg.analytics.trends.OrderViews.Rejection;

/** Trends of orders: how much, how quickly, at what cost, and what was rejected. */
final class OrderTrends {

    private static final int TYPES = 10;
    private static final int GEOREGIONS = 20;
    private static final int EXCHANGES = 50;
    private static final int REASONS = 50;
    private static final double BASIS_POINTS = 10_000;
    private static final double INVESTMENT = 20_000;
    private static final List<String> TRADES = List.of(IndexNames.TRADES);

    private final Searches searches;

    OrderTrends(Searches searches) {
        this.searches = searches;
    }

    /** How much was traded over time. */
    List<Activity> activity(Scope scope, int points) throws IOException {
        Duration step = StockTrends.step(scope, points);
        Aggregation over =
                times(
                        scope,
                        step,
                        Map.of(
                                "value", sum("value"),
                                "types", terms("type", TYPES, "_count", Map.of())));
        return times(searches.run(TRADES, scope.query(), Map.of("over", over)), "over").stream()
                .map(
                        bucket ->
                                new Activity(
                                        bucket.key(),
                                        bucket.docCount(),
                                        sum(bucket.aggregations(), "value"),
                                        counts(bucket.aggregations(), "types")))
                .toList();
    }

    /** Percentiles of the latency by type, and by type and georegion. */
    List<Latency> latency(Scope scope) throws IOException {
        Aggregation georegions =
                terms(
                        "georegion",
                        GEOREGIONS,
                        "_count",
                        Map.of("latency", percentiles("latency_us")));
        Aggregation types =
                terms(
                        "type",
                        TYPES,
                        "_count",
                        Map.of("latency", percentiles("latency_us"), "georegions", georegions));
        return terms(searches.run(TRADES, scope.query(), Map.of("types", types)), "types").stream()
                .map(
                        type ->
                                new Latency(
                                        type.key().stringValue(),
                                        type.docCount(),
                                        percentiles(type.aggregations(), "latency"),
                                        terms(type.aggregations(), "georegions").stream()
                                                .map(OrderTrends::region)
                                                .toList()))
                .toList();
    }

    private static RegionLatency region(StringTermsBucket bucket) {
        return new RegionLatency(
                bucket.key().stringValue(),
                bucket.docCount(),
                percentiles(bucket.aggregations(), "latency"));
    }

    /** By type, how much worse orders traded than at their reference prices. */
    List<Loss> loss(Scope scope) throws IOException {
        Aggregation types =
                terms("type", TYPES, "_count", Map.of("loss", sum("loss"), "value", sum("value")));
        return terms(searches.run(TRADES, scope.query(), Map.of("types", types)), "types").stream()
                .map(OrderTrends::loss)
                .toList();
    }

    private static Loss loss(StringTermsBucket type) {
        double loss = sum(type.aggregations(), "loss");
        double value = sum(type.aggregations(), "value");
        double share = value == 0 ? 0 : loss / value;
        return new Loss(
                type.key().stringValue(),
                type.docCount(),
                value,
                loss,
                share * BASIS_POINTS,
                share * INVESTMENT);
    }

    /** Rejected orders by reason. */
    List<Rejection> rejections(Scope scope) throws IOException {
        Aggregation reasons =
                terms(
                        "reason_name",
                        REASONS,
                        "_count",
                        Map.of("types", terms("type", TYPES, "_count", Map.of())));
        return terms(
                        searches.run(
                                List.of(IndexNames.ORDERS),
                                scope.query("event", "rejected"),
                                Map.of("reasons", reasons)),
                        "reasons")
                .stream()
                .map(
                        reason ->
                                new Rejection(
                                        reason.key().stringValue(),
                                        reason.docCount(),
                                        counts(reason.aggregations(), "types")))
                .toList();
    }

    /** How much went from which traders' georegion to which exchange. */
    List<Flow> flows(Scope scope) throws IOException {
        Aggregation exchanges =
                terms("exchange", EXCHANGES, "_count", Map.of("value", sum("value")));
        Aggregation georegions =
                terms("trader_georegion", GEOREGIONS, "_count", Map.of("exchanges", exchanges));
        return terms(searches.run(TRADES, scope.query(), Map.of("from", georegions)), "from")
                .stream()
                .flatMap(
                        from ->
                                terms(from.aggregations(), "exchanges").stream()
                                        .map(
                                                to ->
                                                        new Flow(
                                                                from.key().stringValue(),
                                                                to.key().stringValue(),
                                                                to.docCount(),
                                                                sum(to.aggregations(), "value"))))
                .toList();
    }

    private static Map<String, Long> counts(Map<String, Aggregate> results, String name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        terms(results, name)
                .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
        return counts;
    }
}
