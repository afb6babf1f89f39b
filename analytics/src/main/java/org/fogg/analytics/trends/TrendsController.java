package org.fogg.analytics.trends;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.analytics.trends.OrderViews.Activity;
import org.fogg.analytics.trends.OrderViews.Flow;
import org.fogg.analytics.trends.OrderViews.Latency;
import org.fogg.analytics.trends.OrderViews.Loss;
import org.fogg.analytics.trends.OrderViews.Rejection;
import org.fogg.analytics.trends.StockViews.Movers;
import org.fogg.analytics.trends.StockViews.Stock;
import org.fogg.analytics.trends.StockViews.Trending;
import org.fogg.analytics.web.BadParameterException;
import org.fogg.analytics.web.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Trends; each request is one aggregation. */
@RestController
@RequestMapping("/api/v1/trends")
final class TrendsController {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String WINDOW = "window";
    private static final String GEOREGION = "georegion";
    private static final String SIZE = "size";
    private static final String POINTS = "points";
    private static final int MOST_ROWS = 100;
    private static final int MOST_POINTS = 500;

    private final StockTrends stocks;
    private final OrderTrends orders;
    private final ListingBook listings;
    private final Clock clock;

    TrendsController(StockTrends stocks, OrderTrends orders, ListingBook listings, Clock clock) {
        this.stocks = stocks;
        this.orders = orders;
        this.listings = listings;
        this.clock = clock;
    }

    @GetMapping("/stocks")
    List<Trending> trending(HttpServletRequest request) throws IOException {
        Parameters parameters = parameters(request, WINDOW, GEOREGION, SIZE, "by");
        boolean byValue = parameters.word("by", "trades", "trades", "value").equals("value");
        int size = (int) parameters.number(SIZE, 10, 1, MOST_ROWS);
        return stocks.trending(scope(parameters), byValue, size);
    }

    @GetMapping("/stocks/{symbol}")
    Stock stock(@PathVariable String symbol, HttpServletRequest request) throws IOException {
        Parameters parameters = parameters(request, WINDOW, GEOREGION, POINTS);
        if (listings.stock(symbol) == null) {
            throw new BadParameterException(
                    "symbol", "must be a listed stock's, see /api/v1/stocks");
        }
        int points = (int) parameters.number(POINTS, 60, 2, MOST_POINTS);
        return stocks.stock(scope(parameters), symbol, points);
    }

    @GetMapping("/movers")
    Movers movers(HttpServletRequest request) throws IOException {
        Parameters parameters = parameters(request, WINDOW, GEOREGION, SIZE);
        return stocks.movers(scope(parameters), (int) parameters.number(SIZE, 5, 1, MOST_ROWS));
    }

    @GetMapping("/activity")
    List<Activity> activity(HttpServletRequest request) throws IOException {
        Parameters parameters = parameters(request, WINDOW, GEOREGION, POINTS);
        return orders.activity(
                scope(parameters), (int) parameters.number(POINTS, 60, 2, MOST_POINTS));
    }

    @GetMapping("/latency")
    List<Latency> latency(HttpServletRequest request) throws IOException {
        return orders.latency(scope(parameters(request, WINDOW, GEOREGION)));
    }

    @GetMapping("/loss")
    List<Loss> loss(HttpServletRequest request) throws IOException {
        return orders.loss(scope(parameters(request, WINDOW, GEOREGION)));
    }

    @GetMapping("/rejections")
    List<Rejection> rejections(HttpServletRequest request) throws IOException {
        return orders.rejections(scope(parameters(request, WINDOW, GEOREGION)));
    }

    @GetMapping("/flows")
    List<Flow> flows(HttpServletRequest request) throws IOException {
        return orders.flows(scope(parameters(request, WINDOW, GEOREGION)));
    }

    private static Parameters parameters(HttpServletRequest request, String... known) {
        return new Parameters(request.getParameterMap(), Set.of(known));
    }

    private Scope scope(Parameters parameters) {
        return Scope.of(
                clock.instant(),
                parameters.window(WINDOW, TEN_MINUTES),
                parameters.georegion(GEOREGION));
    }
}
