package org.fogg.exchange.listing;

import java.util.ArrayList;
import java.util.List;
import org.fogg.ticker.price.PriceFile;
import org.fogg.world.ExchangeListing;
import org.fogg.world.StockListing;

/** Lists the symbols of a price file, spread evenly over exchanges. */
public final class PriceFileListings {

    /** Where a symbol of the file went. */
    public record Place(int exchange, int index) {}

    private final List<ExchangeListing> exchanges;
    private final List<Place> places;

    /**
     * @param hosts the exchanges, whose own stocks are not listed then
     * @param increment the step size of the file's prices in 1/10,000
     */
    public PriceFileListings(List<ExchangeListing> hosts, PriceFile prices, long increment) {
        List<List<StockListing>> stocks = new ArrayList<>();
        hosts.forEach(host -> stocks.add(new ArrayList<>()));
        List<Place> found = new ArrayList<>();
        for (int i = 0; i < prices.symbols().size(); i++) {
            String symbol = prices.symbols().get(i);
            int exchange = i % hosts.size();
            found.add(new Place(exchange, stocks.get(exchange).size()));
            stocks.get(exchange)
                    .add(
                            new StockListing(
                                    symbol,
                                    symbol,
                                    prices.opening(i),
                                    increment,
                                    prices.volatility(i)));
        }
        List<ExchangeListing> listings = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            listings.add(hosts.get(i).listing(stocks.get(i)));
        }
        this.exchanges = List.copyOf(listings);
        this.places = List.copyOf(found);
    }

    /** The exchanges with the file's stocks. */
    public List<ExchangeListing> exchanges() {
        return exchanges;
    }

    /** Where the file's n-th symbol is listed. */
    public List<Place> places() {
        return places;
    }
}
