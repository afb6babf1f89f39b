package org.fogg.broker;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.LastPrices;
import org.fogg.broker.market.MarketDirectory;
import org.fogg.broker.market.StatisticsView;
import org.fogg.broker.market.Stock;
import org.fogg.broker.market.StockFigures;

/** Two exchanges, a few stocks, and prices that tests set. */
final class FakeMarket implements MarketDirectory, LastPrices, StatisticsView {

    static final long AT = 1_795_271_400_000_000_123L;

    static final Exchange LONDON = exchange(1, "XLON", "London", "Europe/London");
    static final Exchange TOKYO = exchange(2, "XTKS", "Tokyo", "Asia/Tokyo");

    static final Stock VOD = new Stock(10_001, "VOD.L", "Vodafone Group", LONDON, 100, 2_000);
    static final Stock TYT = new Stock(20_001, "TYT.T", "Toyota Motor", TOKYO, 100, 2_000);
    static final Stock PENNY = new Stock(10_002, "PENNY", "Penny Mining", LONDON, 1, 9_000);
    static final Stock QUIET = new Stock(10_003, "QUIET", "Quiet Holdings", LONDON, 100, 1);

    private final List<Stock> stocks = List.of(PENNY, QUIET, TYT, VOD);
    private final Map<Integer, Long> prices = new ConcurrentHashMap<>();
    private volatile boolean loaded = true;

    FakeMarket() {
        reset();
    }

    void reset() {
        loaded = true;
        prices.clear();
        prices.put(VOD.id(), 1_000_000L);
        prices.put(TYT.id(), 200_000L);
        prices.put(PENNY.id(), 5_000L);
        prices.put(FakeForeign.KO.id(), 600_000L);
    }

    void setPrice(Stock stock, long price) {
        prices.put(stock.id(), price);
    }

    void setLoaded(boolean loaded) {
        this.loaded = loaded;
    }

    @Override
    public Stock stock(String symbol) {
        return loaded
                ? stocks.stream().filter(s -> s.symbol().equals(symbol)).findFirst().orElse(null)
                : null;
    }

    @Override
    public Stock stock(int stockId) {
        return stocks.stream().filter(s -> s.id() == stockId).findFirst().orElse(null);
    }

    @Override
    public Exchange exchange(int exchangeId) {
        return exchangeId == 1 ? LONDON : exchangeId == 2 ? TOKYO : null;
    }

    @Override
    public Collection<Stock> stocks() {
        List<Stock> sorted = new ArrayList<>(stocks);
        sorted.sort(Comparator.comparing(Stock::symbol));
        return sorted;
    }

    @Override
    public Collection<Exchange> exchanges() {
        return List.of(LONDON, TOKYO);
    }

    @Override
    public boolean isLoaded() {
        return loaded;
    }

    @Override
    public long price(int stockId) {
        return prices.getOrDefault(stockId, 0L);
    }

    @Override
    public long sequence(int stockId) {
        return price(stockId) == 0 ? 0 : 7;
    }

    @Override
    public long publishedAt(int stockId) {
        return price(stockId) == 0 ? 0 : AT;
    }

    @Override
    public StockFigures figures(int stockId) {
        long last = price(stockId);
        return last == 0
                ? null
                : new StockFigures(
                        stockId,
                        7,
                        AT,
                        last,
                        800_000,
                        1_100_000,
                        790_000,
                        last - 800_000,
                        2_500,
                        3,
                        950_000,
                        960_000,
                        150,
                        42);
    }

    private static Exchange exchange(int id, String code, String city, String zone) {
        return new Exchange(
                id,
                code,
                city + " Stock Exchange",
                city,
                ZoneId.of(zone),
                0,
                0,
                URI.create("http://127.0.0.1:1/exchanges/" + code));
    }
}
