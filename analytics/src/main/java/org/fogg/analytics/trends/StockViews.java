package org.fogg.analytics.trends;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the REST API says of stocks. Prices and values in USD, changes in per cent. */
final class StockViews {

    private StockViews() {}

    /**
     * A stock that is traded much.
     *
     * @param georegion where it is listed; null while its listing has not been read
     * @param volume shares
     * @param price the average of the latest step with a trade
     * @param vwap the average price weighted by quantity
     * @param momentum the latest step's price against the first's
     * @param volatility of the steps' prices, scaled to a year
     * @param prices at equal steps
     */
    record Trending(
            String symbol,
            @Nullable String georegion,
            long trades,
            double value,
            long volume,
            @Nullable Double price,
            @Nullable Double vwap,
            @Nullable Double momentum,
            @Nullable Double volatility,
            List<@Nullable Double> prices) {}

    /** A stock whose price moved. */
    record Mover(String symbol, double price, double change, List<@Nullable Double> prices) {}

    /** The stocks whose prices moved most, the farthest first. */
    record Movers(List<Mover> rising, List<Mover> falling) {}

    /**
     * A step in a stock's time.
     *
     * @param at its beginning, milliseconds since the Unix epoch
     */
    record Point(long at, @Nullable Double price, long volume, double value, long trades) {}

    /** One stock over time. */
    record Stock(
            String symbol,
            @JsonProperty("step_ms") long stepMillis,
            @Nullable Double price,
            @Nullable Double vwap,
            long volume,
            double value,
            long trades,
            @Nullable Double momentum,
            @Nullable Double volatility,
            List<Point> series) {}
}
