package org.fogg.broker.market;

import java.net.URI;
import java.time.ZoneId;

/**
 * An exchange of this georegion.
 *
 * @param id its number, above 0
 * @param code its market code, e.g. {@code XLON}
 * @param zone the time zone whose midnight ends its day
 * @param latitudeMicros microdegrees, north positive
 * @param longitudeMicros microdegrees, east positive
 * @param url base address of its execution interface
 */
public record Exchange(
        int id,
        String code,
        String name,
        String city,
        ZoneId zone,
        int latitudeMicros,
        int longitudeMicros,
        URI url) {}
