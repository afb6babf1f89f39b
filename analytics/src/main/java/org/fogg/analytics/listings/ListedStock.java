package org.fogg.analytics.listings;

import org.fogg.analytics.places.Place;

/**
 * A stock and its exchange.
 *
 * @param symbol the stock's symbol, unique in the world
 * @param name the stock's name
 * @param georegion where it is traded
 * @param exchange the exchange that lists it
 */
public record ListedStock(String symbol, String name, String georegion, Exchange exchange) {

    /**
     * An exchange.
     *
     * @param code its code, e.g. {@code XLON}
     * @param name its name
     * @param city where it is
     * @param place where that is
     */
    public record Exchange(String code, String name, String city, Place place) {}
}
