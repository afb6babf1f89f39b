package org.fogg.world;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * An exchange and what it lists.
 *
 * @param id its number, the same for ever, above 0
 * @param code its market code, e.g. {@code XLON}
 * @param latitudeMicros microdegrees, north positive
 * @param longitudeMicros microdegrees, east positive
 * @param rttMicros round trip in microseconds to each AWS region of its georegion
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
        Map<String, Long> rttMicros,
        List<StockListing> stocks) {

    /** Takes copies. */
    public ExchangeListing {
        rttMicros = Map.copyOf(rttMicros);
        stocks = List.copyOf(stocks);
    }

    /** The same exchange with other stocks. */
    public ExchangeListing listing(List<StockListing> others) {
        return new ExchangeListing(
                id,
                code,
                name,
                georegion,
                city,
                latitudeMicros,
                longitudeMicros,
                zone,
                rttMicros,
                others);
    }
}
