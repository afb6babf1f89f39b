package org.fogg.exchange.listing;

import java.time.ZoneId;
import java.util.List;

/**
 * An exchange and what it lists.
 *
 * @param id its number, the same for ever, above 0
 * @param code its market code, e.g. {@code XLON}
 * @param latitudeMicros microdegrees, north positive
 * @param longitudeMicros microdegrees, east positive
 */
public record ExchangeListing(
        int id,
        String code,
        String name,
        String georegion,
        String city,
        int latitudeMicros,
        int longitudeMicros,
        ZoneId zone,
        List<StockListing> stocks) {

    /** Takes a copy of the stocks. */
    public ExchangeListing {
        stocks = List.copyOf(stocks);
    }

    /** The same exchange with other stocks. */
    public ExchangeListing listing(List<StockListing> others) {
        return new ExchangeListing(
                id, code, name, georegion, city, latitudeMicros, longitudeMicros, zone, others);
    }
}
