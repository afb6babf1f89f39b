package org.fogg.analytics.trends;

import static org.fogg.analytics.trends.Aggregations.average;
import static org.fogg.analytics.trends.Aggregations.count;
import static org.fogg.analytics.trends.Aggregations.sum;
import static org.fogg.analytics.trends.Aggregations.terms;
import static org.fogg.analytics.trends.Aggregations.times;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fogg.analytics.index.IndexNames;
import org.fogg.analytics.listings.ListedStock;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.analytics.trends.StockViews.Mover;
import org.fogg.analytics.trends.StockViews.Movers;
import org.fogg.analytics.trends.StockViews.Point;
import org.fogg.analytics.trends.StockViews.Stock;
import org.fogg.analytics.trends.StockViews.Trending;
import org.jspecify.annotations.Nullable;

/** Trends of stocks. */
final class StockTrends {

    /** Steps that a trend of several stocks is computed from, and drawn with. */
    static final int STEPS = 24;

    private static final int MOST_STOCKS = 1000;
    private static final String STOCKS = "stocks";
    private static final String STEP = "steps";

    private final Searches searches;
    private final ListingBook listings;

    StockTrends(Searches searches, ListingBook listings) {
        this.searches = searches;
        this.listings = listings;
    }

    /** The stocks traded most, by number of trades or by value. */
    List<Trending> trending(Scope scope, boolean byValue, int size) throws IOException {
        Duration step = step(scope, STEPS);
        Map<String, Aggregation> each =
                Map.of(
                        "value",
                        sum("value"),
                        "volume",
                        sum("quantity"),
                        STEP,
                        times(scope, step, Map.of("price", average("price"))));
        Aggregation stocks = terms("symbol", size, byValue ? "value" : "_count", each);
        return terms(
                        searches.run(
                                List.of(IndexNames.TRADES), scope.query(), Map.of(STOCKS, stocks)),
                        STOCKS)
                .stream()
                .map(bucket -> trending(bucket, step))
                .toList();
    }

    /** Where it is listed, and its VWAP, need no aggregation, each of which visits every trade. */
    private Trending trending(StringTermsBucket bucket, Duration step) {
        Map<String, Aggregate> results = bucket.aggregations();
        String symbol = bucket.key().stringValue();
        ListedStock listed = listings.stock(symbol);
        double value = sum(results, "value");
        long volume = (long) sum(results, "volume");
        PriceSteps prices = prices(results, step);
        return new Trending(
                symbol,
                listed == null ? null : listed.georegion(),
                bucket.docCount(),
                value,
                volume,
                prices.last(),
                vwap(value, volume),
                prices.momentum(),
                prices.volatility(),
                prices.prices());
    }

    /** The stocks whose prices rose and fell most. */
    Movers movers(Scope scope, int size) throws IOException {
        Duration step = step(scope, STEPS);
        Aggregation stocks =
                terms(
                        "symbol",
                        MOST_STOCKS,
                        "_count",
                        Map.of(STEP, times(scope, step, Map.of("price", average("price")))));
        List<Mover> movers = new ArrayList<>();
        for (StringTermsBucket bucket :
                terms(
                        searches.run(
                                List.of(IndexNames.TICKERS), scope.query(), Map.of(STOCKS, stocks)),
                        STOCKS)) {
            PriceSteps prices = prices(bucket.aggregations(), step);
            Double change = prices.momentum();
            Double price = prices.last();
            if (change != null && price != null) {
                movers.add(new Mover(bucket.key().stringValue(), price, change, prices.prices()));
            }
        }
        Comparator<Mover> byChange = Comparator.comparingDouble(Mover::change);
        return new Movers(
                movers.stream()
                        .filter(mover -> mover.change() > 0)
                        .sorted(byChange.reversed())
                        .limit(size)
                        .toList(),
                movers.stream()
                        .filter(mover -> mover.change() < 0)
                        .sorted(byChange)
                        .limit(size)
                        .toList());
    }

    /** One stock's price and trades over time. */
    Stock stock(Scope scope, String symbol, int points) throws IOException {
        Duration step = step(scope, points);
        Map<String, Aggregation> each =
                Map.of(
                        "price", average("price"),
                        "volume", sum("quantity"),
                        "value", sum("value"),
                        "trades", count("execution_id"));
        Map<String, Aggregate> results =
                searches.run(
                        List.of(IndexNames.TRADES, IndexNames.TICKERS),
                        scope.query("symbol", symbol),
                        Map.of(STEP, times(scope, step, each)));
        List<Point> series = new ArrayList<>();
        for (DateHistogramBucket bucket : times(results, STEP)) {
            Map<String, Aggregate> of = bucket.aggregations();
            series.add(
                    new Point(
                            bucket.key(),
                            average(of, "price"),
                            (long) sum(of, "volume"),
                            sum(of, "value"),
                            count(of, "trades")));
        }
        PriceSteps prices =
                new PriceSteps(step, series.stream().<@Nullable Double>map(Point::price).toList());
        long volume = series.stream().mapToLong(Point::volume).sum();
        double value = series.stream().mapToDouble(Point::value).sum();
        return new Stock(
                symbol,
                step.toMillis(),
                prices.last(),
                vwap(value, volume),
                volume,
                value,
                series.stream().mapToLong(Point::trades).sum(),
                prices.momentum(),
                prices.volatility(),
                series);
    }

    /** The length of a step when a scope is divided; whole milliseconds, so rounded up. */
    static Duration step(Scope scope, int points) {
        return Duration.ofMillis((scope.length().toMillis() + points - 1) / points);
    }

    private static PriceSteps prices(Map<String, Aggregate> results, Duration step) {
        List<@Nullable Double> prices = new ArrayList<>();
        for (DateHistogramBucket bucket : times(results, STEP)) {
            prices.add(average(bucket.aggregations(), "price"));
        }
        return new PriceSteps(step, prices);
    }

    private static @Nullable Double vwap(double value, long volume) {
        return volume == 0 ? null : value / volume;
    }
}
