package org.fogg.trader.simulate;

import java.util.ArrayList;
import java.util.List;
import org.fogg.world.Atlas;
import org.fogg.world.ExchangeListing;
import org.fogg.world.Georegion;
import org.fogg.world.StockListing;

/**
 * The part of the world that is simulated, with numbers for names. Georegions, exchanges and stocks
 * are counted from 0; all times are nanoseconds.
 */
final class Layout {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final int STOCKS_PER_EXCHANGE = 10_000;

    /** An exchange: its georegion and the round trip to that georegion's brokers. */
    record Exchange(ExchangeListing listing, int georegion, long rtt) {}

    /** A stock, as its exchange lists it. */
    record ListedStock(StockListing listing, int id, int exchange, int georegion) {}

    private final List<Georegion> georegions;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<ListedStock> stocks = new ArrayList<>();
    private final long[][] rtt;
    private final long[] pairRtt;
    private final int hub;

    /**
     * @throws IllegalArgumentException naming the option, where no such world can be
     */
    Layout(Atlas atlas, SimulationSettings settings) {
        georegions = settings.georegions().stream().map(name -> georegion(atlas, name)).toList();
        int count = georegions.size();
        rtt = new long[count][count];
        pairRtt = new long[count];
        for (int from = 0; from < count; from++) {
            pairRtt[from] = atlas.pairRttMicros(georegions.get(from)) * NANOS_PER_MICRO;
            for (int to = 0; to < count; to++) {
                rtt[from][to] =
                        atlas.rttMicros(georegions.get(from), georegions.get(to)) * NANOS_PER_MICRO;
            }
        }
        hub = nearestToAll();
        addExchanges(atlas);
        addStocks(settings.stocks());
    }

    private static Georegion georegion(Atlas atlas, String name) {
        if (!atlas.hasGeoregion(name)) {
            throw new IllegalArgumentException(
                    "--georegions: there is no georegion " + name + " in the world file");
        }
        return atlas.georegion(name);
    }

    private void addExchanges(Atlas atlas) {
        for (int i = 0; i < georegions.size(); i++) {
            Georegion georegion = georegions.get(i);
            for (ExchangeListing each : atlas.exchangesOf(georegion.name())) {
                long micros = atlas.rttMicros(each, georegion.home());
                exchanges.add(new Exchange(each, i, micros * NANOS_PER_MICRO));
            }
        }
        if (exchanges.isEmpty()) {
            throw new IllegalArgumentException("--georegions: no exchange is in any of them");
        }
    }

    /** One from each exchange in turn; when all are listed, copies of them. */
    private void addStocks(int count) {
        int rank = 0;
        while (stocks.size() < count) {
            for (int i = 0; i < exchanges.size() && stocks.size() < count; i++) {
                Exchange exchange = exchanges.get(i);
                List<StockListing> listings = exchange.listing().stocks();
                StockListing listing = copy(listings.get(rank % listings.size()), rank, listings);
                int id = exchange.listing().id() * STOCKS_PER_EXCHANGE + 1 + rank;
                stocks.add(new ListedStock(listing, id, i, exchange.georegion()));
            }
            rank++;
        }
    }

    private static StockListing copy(StockListing stock, int rank, List<StockListing> all) {
        int copy = rank / all.size();
        return copy == 0
                ? stock
                : new StockListing(
                        stock.symbol() + "-" + (copy + 1),
                        stock.name(),
                        stock.openingPrice(),
                        stock.increment(),
                        stock.volatility());
    }

    private int nearestToAll() {
        int nearest = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < rtt.length; i++) {
            long sum = 0;
            for (int j = 0; j < rtt.length; j++) {
                sum += i == j ? 0 : rtt[i][j];
            }
            if (sum < least) {
                least = sum;
                nearest = i;
            }
        }
        return nearest;
    }

    List<Georegion> georegions() {
        return georegions;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    List<ListedStock> stocks() {
        return stocks;
    }

    /** The georegion nearest to all others. */
    int hub() {
        return hub;
    }

    /** Round trip between the home data centres; 0 within one georegion. */
    long wan(int from, int to) {
        return from == to ? 0 : rtt[from][to];
    }

    /** Round trip between the zones of a georegion's home data centre. */
    long zones(int georegion) {
        return rtt[georegion][georegion];
    }

    /** Round trip between the data centres of a georegion's pair. */
    long pair(int georegion) {
        return pairRtt[georegion];
    }
}
