package org.fogg.exchange;

import java.util.List;
import org.fogg.exchange.journal.Journals;
import org.fogg.exchange.kafka.KafkaSettings;
import org.fogg.exchange.listing.ListingRegistrar;
import org.fogg.exchange.market.Market;
import org.fogg.exchange.market.MarketKeeper;
import org.fogg.exchange.market.StockView;
import org.fogg.exchange.market.Ticker;
import org.jspecify.annotations.Nullable;

/** Runs the markets and the ticker from the server's start to its end. */
final class ExchangeService implements AutoCloseable {

    private final List<Market> markets;
    private final List<MarketKeeper> keepers;
    private final ListingRegistrar registrar;
    private final @Nullable Ticker ticker;
    private final String urlHost;
    private volatile String port = "";

    ExchangeService(
            World world,
            List<Market> markets,
            Journals journals,
            KafkaSettings kafka,
            ExchangeProperties properties) {
        this.markets = List.copyOf(markets);
        this.keepers =
                markets.stream()
                        .map(market -> new MarketKeeper(market, journals, this::announce))
                        .toList();
        this.registrar = new ListingRegistrar(kafka, properties.georegion());
        this.urlHost = properties.exchange().urlHost();
        this.ticker =
                world.source() == null
                        ? null
                        : new Ticker(
                                world.source(),
                                world.places().stream()
                                        .map(
                                                place ->
                                                        new Ticker.Place(
                                                                markets.get(place.exchange()),
                                                                place.index()))
                                        .toList(),
                                properties.exchange().tickStep(),
                                System::nanoTime);
    }

    /** Opens the markets in the background. */
    void start(String serverPort) {
        port = serverPort;
        keepers.forEach(MarketKeeper::start);
        if (ticker != null) {
            ticker.start();
        }
    }

    private void announce(Market market) {
        String url = "http://" + urlHost + ':' + port + "/exchanges/" + market.listing().code();
        List<StockView> stocks = market.stocks();
        registrar.register(market.listing(), url, stocks.stream().map(StockView::id).toList());
        for (int i = 0; i < stocks.size(); i++) {
            priceSet(market, i, stocks.get(i).price());
        }
    }

    void priceSet(Market market, int index, long price) {
        if (ticker != null) {
            ticker.moved(market, index, price);
        }
    }

    List<Market> markets() {
        return markets;
    }

    /** How often a market was opened, all together. */
    long openings() {
        return keepers.stream().mapToLong(MarketKeeper::openings).sum();
    }

    /** Whether prices come as they should. */
    boolean isTicking() {
        return ticker == null || ticker.isRunning();
    }

    long skippedTicks() {
        return ticker == null ? 0 : ticker.skipped();
    }

    /** Stops ticks first, then the markets, which journal their last prices. */
    @Override
    public void close() {
        if (ticker != null) {
            ticker.close();
        }
        keepers.forEach(MarketKeeper::close);
        markets.forEach(Market::close);
    }
}
