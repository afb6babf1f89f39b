package org.fogg.broker.market;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A directory that its reader fills; every change makes a new, immutable picture. Thread-safe. */
public final class LiveDirectory implements MarketDirectory {

    private volatile Picture picture = new Picture(new TreeMap<>(), Map.of(), new TreeMap<>());
    private volatile boolean loaded;

    private record Picture(
            SortedMap<String, Stock> bySymbol,
            Map<Integer, Stock> byId,
            SortedMap<Integer, Exchange> exchanges) {}

    /**
     * Takes in a listing.
     *
     * @return whether it changed anything
     */
    public synchronized boolean put(Stock stock) {
        Picture old = picture;
        if (stock.equals(old.byId().get(stock.id()))) {
            return false;
        }
        SortedMap<String, Stock> bySymbol = new TreeMap<>(old.bySymbol());
        Map<Integer, Stock> byId = new HashMap<>(old.byId());
        SortedMap<Integer, Exchange> exchanges = new TreeMap<>(old.exchanges());
        bySymbol.put(stock.symbol(), stock);
        byId.put(stock.id(), stock);
        exchanges.put(stock.exchange().id(), stock.exchange());
        picture = new Picture(bySymbol, byId, exchanges);
        return true;
    }

    /** All listings that were there have been read. */
    public void loaded() {
        loaded = true;
    }

    @Override
    public @Nullable Stock stock(String symbol) {
        return picture.bySymbol().get(symbol);
    }

    @Override
    public @Nullable Stock stock(int stockId) {
        return picture.byId().get(stockId);
    }

    @Override
    public @Nullable Exchange exchange(int exchangeId) {
        return picture.exchanges().get(exchangeId);
    }

    @Override
    public Collection<Stock> stocks() {
        return Collections.unmodifiableCollection(picture.bySymbol().values());
    }

    @Override
    public Collection<Exchange> exchanges() {
        return Collections.unmodifiableCollection(picture.exchanges().values());
    }

    @Override
    public boolean isLoaded() {
        return loaded;
    }
}
