package org.fogg.analytics.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fogg.analytics.health.PartHealth;
import org.fogg.analytics.health.WorldHealth;
import org.fogg.analytics.listings.ListedStock;
import org.fogg.analytics.listings.ListedStock.Exchange;
import org.fogg.analytics.listings.ListingBook;
import org.fogg.analytics.live.LiveTrades;
import org.fogg.analytics.metrics.ConsumerLag;
import org.fogg.analytics.places.Georegions;
import org.fogg.analytics.web.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The world and what happens in it just now. */
@RestController
@RequestMapping("/api/v1")
final class WorldController {

    private static final int MOST_TRADES = 200;
    private static final long MOST = 1_000_000_000_000_000L;

    private final ListingBook listings;
    private final LiveTrades live;
    private final WorldHealth health;
    private final ConsumerLag lag;

    WorldController(
            ListingBook listings, LiveTrades live, WorldHealth health, ConsumerLag eventLag) {
        this.listings = listings;
        this.live = live;
        this.health = health;
        this.lag = eventLag;
    }

    /** Exchanges and georegions, with where they are. */
    @GetMapping("/world")
    World world(HttpServletRequest request) {
        none(request);
        TreeMap<String, Exchange> exchanges = new TreeMap<>();
        Set<String> active = new TreeSet<>();
        for (ListedStock stock : listings.stocks()) {
            exchanges.put(stock.exchange().code(), stock.exchange());
            active.add(stock.georegion());
        }
        return new World(
                exchanges.values().stream()
                        .map(
                                exchange ->
                                        new ExchangeView(
                                                exchange.code(),
                                                exchange.name(),
                                                exchange.city(),
                                                exchange.place().latitude(),
                                                exchange.place().longitude()))
                        .toList(),
                Georegions.all().entrySet().stream()
                        .map(
                                georegion ->
                                        new GeoregionView(
                                                georegion.getKey(),
                                                georegion.getValue().latitude(),
                                                georegion.getValue().longitude(),
                                                active.contains(georegion.getKey())))
                        .toList());
    }

    /** All stocks. */
    @GetMapping("/stocks")
    List<StockView> stocks(HttpServletRequest request) {
        none(request);
        return listings.stocks().stream()
                .map(
                        stock ->
                                new StockView(
                                        stock.symbol(),
                                        stock.name(),
                                        stock.exchange().code(),
                                        stock.georegion()))
                .sorted(Comparator.comparing(StockView::symbol))
                .toList();
    }

    /** The trades since the one that the watcher saw last. */
    @GetMapping("/live")
    LiveTrades.Page live(HttpServletRequest request) {
        Parameters parameters = new Parameters(request.getParameterMap(), Set.of("after"));
        return live.after(parameters.number("after", 0, 0, MOST), MOST_TRADES);
    }

    /** How every part is, and how far indexing is behind. */
    @GetMapping("/health")
    Health health(HttpServletRequest request) {
        none(request);
        return new Health(health.latest(), lag.messages());
    }

    private static void none(HttpServletRequest request) {
        new Parameters(request.getParameterMap(), Set.of());
    }

    record World(List<ExchangeView> exchanges, List<GeoregionView> georegions) {}

    record ExchangeView(String code, String name, String city, double latitude, double longitude) {}

    record GeoregionView(String name, double latitude, double longitude, boolean active) {}

    record StockView(String symbol, String name, String exchange, String georegion) {}

    /**
     * The world's health.
     *
     * @param lag events that are not searchable yet; -1 while that is not known
     */
    record Health(List<PartHealth> parts, @JsonProperty("lag") long lag) {}
}
