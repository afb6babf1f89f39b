package org.fogg.broker.stocks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.market.LastPrices;
import org.fogg.broker.market.StatisticsView;
import org.fogg.broker.market.Stock;
import org.fogg.broker.market.StockFigures;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.Parameters;
import org.fogg.broker.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prices, statistics and bars of one stock. */
@RestController
@Tag(name = "Stocks")
final class StockController {

    private static final Map<String, Integer> TIMEFRAMES =
            Map.of("1Sec", 1, "1Min", 60, "1Hour", 3600);

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 10_000;
    private static final long RETENTION_SECONDS = Duration.ofDays(30).toSeconds();

    private final Assets assets;
    private final LastPrices prices;
    private final StatisticsView statistics;
    private final BarReads bars;
    private final Clock clock;

    StockController(
            Assets assets,
            LastPrices prices,
            StatisticsView statistics,
            BarReads bars,
            Clock clock) {
        this.assets = assets;
        this.prices = prices;
        this.statistics = statistics;
        this.bars = bars;
        this.clock = clock;
    }

    @GetMapping("/v2/stocks/{symbol}/price")
    @Operation(summary = "The latest price", description = "503 while no tick has been seen.")
    PriceView price(@PathVariable("symbol") String symbol) {
        Stock stock = assets.getAnywhere(symbol);
        long price = prices.price(stock.id());
        if (price == 0) {
            throw noPrice(stock);
        }
        return new PriceView(
                stock.symbol(),
                Amounts.format(price),
                prices.sequence(stock.id()),
                Times.format(prices.publishedAt(stock.id())));
    }

    @GetMapping("/v2/stocks/{symbol}/statistics")
    @Operation(
            summary = "Statistics of the latest prices",
            description = "As this broker has seen them since midnight (UTC) or its start.")
    FiguresView statistics(@PathVariable("symbol") String symbol) {
        Stock stock = assets.getAnywhere(symbol);
        StockFigures figures = statistics.figures(stock.id());
        if (figures == null) {
            throw noPrice(stock);
        }
        return FiguresView.of(stock.symbol(), figures);
    }

    @GetMapping("/v2/stocks/{symbol}/bars")
    @Operation(
            summary = "Bars (open, high, low, close) of the last 30 days",
            description = "Oldest first; newest first where start is later than end.")
    BarsView bars(
            @PathVariable("symbol") String symbol,
            @Parameter(description = "1Sec, 1Min (default) or 1Hour")
                    @RequestParam(value = "timeframe", required = false)
                    @Nullable String timeframe,
            @Parameter(description = "Time of the first bar; the latest bars when absent")
                    @RequestParam(value = "start", required = false)
                    @Nullable String start,
            @Parameter(description = "Time of the last bar; now when absent")
                    @RequestParam(value = "end", required = false)
                    @Nullable String end,
            @Parameter(description = "1 to 10000, 100 when absent")
                    @RequestParam(value = "limit", required = false)
                    @Nullable String limit) {
        Stock stock = assets.get(symbol);
        int resolution = Parameters.oneOf("timeframe", timeframe, TIMEFRAMES, 60);
        int most = Parameters.number("limit", limit, 1, MOST, DEFAULT_LIMIT);
        long now = clock.instant().getEpochSecond();
        long last = clamp(Parameters.time("end", end, now * Times.SECOND) / Times.SECOND, now);
        long oldest = now - RETENTION_SECONDS;
        List<Bar> found;
        if (start == null || start.isEmpty()) {
            found =
                    new ArrayList<>(
                            bars.bars(
                                    new BarQuery(stock.symbol(), resolution, last, oldest, most)));
            Collections.reverse(found);
        } else {
            long first = clamp(Parameters.time("start", start, 0) / Times.SECOND, now);
            found = bars.bars(new BarQuery(stock.symbol(), resolution, first, last, most));
        }
        return new BarsView(stock.symbol(), found.stream().map(BarView::of).toList(), null);
    }

    private static long clamp(long seconds, long now) {
        return Math.min(Math.max(seconds, now - RETENTION_SECONDS), now);
    }

    private static UnavailableException noPrice(Stock stock) {
        return new UnavailableException(
                stock.symbol() + " has no price yet", Duration.ofSeconds(1), false);
    }

    @Schema(name = "Price")
    record PriceView(
            String symbol,
            @Schema(example = "101.50") String price,
            @Schema(description = "Counts the stock's price changes") long sequence,
            @Nullable String timestamp) {}

    @Schema(name = "Statistics")
    record FiguresView(
            String symbol,
            @Nullable String timestamp,
            long sequence,
            String last,
            @Schema(description = "First price today (UTC) or since start") String open,
            String high,
            String low,
            @Schema(description = "last - open") String change,
            @Schema(example = "1.25") @JsonProperty("change_percent") String changePercent,
            @Schema(description = "Price changes in one direction: positive up, negative down")
                    int trend,
            @Schema(description = "Moving average of the latest prices") String sma,
            @Schema(description = "Exponential moving average") String ema,
            @Schema(description = "Standard deviation of the returns from price to price")
                    @JsonProperty("volatility_percent")
                    String volatilityPercent,
            long ticks) {

        static FiguresView of(String symbol, StockFigures figures) {
            return new FiguresView(
                    symbol,
                    Times.format(figures.at()),
                    figures.sequence(),
                    Amounts.format(figures.last()),
                    Amounts.format(figures.open()),
                    Amounts.format(figures.high()),
                    Amounts.format(figures.low()),
                    Amounts.format(figures.change()),
                    percent(figures.changeBasisPoints()),
                    figures.trend(),
                    Amounts.format(figures.simpleAverage()),
                    Amounts.format(figures.exponentialAverage()),
                    percent(figures.volatilityBasisPoints()),
                    figures.ticks());
        }

        private static String percent(long basisPoints) {
            return Amounts.format(basisPoints * 100);
        }
    }

    @Schema(name = "Bars")
    record BarsView(
            String symbol,
            List<BarView> bars,
            @JsonProperty("next_page_token") @Nullable String nextPageToken) {}

    @Schema(name = "Bar")
    record BarView(
            @Schema(description = "Start") @Nullable String t,
            @Schema(description = "Open") String o,
            @Schema(description = "High") String h,
            @Schema(description = "Low") String l,
            @Schema(description = "Close") String c,
            @Schema(description = "Number of price changes") long n) {

        static BarView of(Bar bar) {
            return new BarView(
                    Times.format(bar.start() * Times.SECOND),
                    Amounts.format(bar.open()),
                    Amounts.format(bar.high()),
                    Amounts.format(bar.low()),
                    Amounts.format(bar.close()),
                    bar.ticks());
        }
    }
}
