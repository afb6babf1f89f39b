package org.fogg.exchange;

import java.util.ArrayList;
import java.util.List;
import org.fogg.exchange.listing.PriceFileListings;
import org.fogg.exchange.listing.PriceFileListings.Place;
import org.fogg.ticker.price.PriceSource;
import org.fogg.world.ExchangeListing;

/** What one georegion's exchanges have of a price file that several georegions share. */
final class OwnPrices implements PriceSource {

    private static final int ELSEWHERE = -1;

    private final PriceSource all;
    private final List<ExchangeListing> exchanges;
    private final List<Place> places = new ArrayList<>();

    /** By the file's stock numbers: the own number, or elsewhere. */
    private final int[] own;

    /** By own numbers: the file's. */
    private final List<Integer> numbers = new ArrayList<>();

    OwnPrices(String georegion, PriceFileListings listings, PriceSource all) {
        this.all = all;
        List<ExchangeListing> everywhere = listings.exchanges();
        exchanges = everywhere.stream().filter(at -> at.georegion().equals(georegion)).toList();
        own = new int[listings.places().size()];
        for (int i = 0; i < own.length; i++) {
            Place place = listings.places().get(i);
            int exchange = exchanges.indexOf(everywhere.get(place.exchange()));
            own[i] = exchange < 0 ? ELSEWHERE : places.size();
            if (exchange >= 0) {
                places.add(new Place(exchange, place.index()));
                numbers.add(i);
            }
        }
    }

    /** The georegion's exchanges with what they list of the file. */
    List<ExchangeListing> exchanges() {
        return exchanges;
    }

    /** Where each of the own stocks is listed. */
    List<Place> places() {
        return List.copyOf(places);
    }

    /** Must not be called where there is no own stock. */
    @Override
    public void advance() {
        do {
            all.advance();
        } while (own[all.stock()] == ELSEWHERE);
    }

    @Override
    public int stock() {
        return own[all.stock()];
    }

    @Override
    public long price() {
        return all.price();
    }

    @Override
    public long dueAt() {
        return all.dueAt();
    }

    @Override
    public void moveTo(int stock, long price) {
        all.moveTo(numbers.get(stock), price);
    }
}
