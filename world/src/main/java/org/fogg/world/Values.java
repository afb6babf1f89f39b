package org.fogg.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Values that several parts of the file have. */
final class Values {

    private static final int MICRO_DIGITS = 6;
    private static final int MILLI_DIGITS = 3;
    private static final long LONGEST_MICROS = 10_000_000;

    private Values() {}

    /** In microdegrees. */
    static int degrees(YamlFields fields, String field, int most) {
        long micros = fields.decimal(field, MICRO_DIGITS);
        if (Math.abs(micros) > most * 1_000_000L) {
            throw fields.refusal(field, "must be from -" + most + " to " + most);
        }
        return (int) micros;
    }

    /** A round trip in microseconds, given in milliseconds. */
    static long roundTrip(YamlFields fields, String field) {
        long micros = fields.decimal(field, MILLI_DIGITS);
        if (micros < 0 || micros > LONGEST_MICROS) {
            throw fields.refusal(field, "must be from 0 to 10000 ms, not " + fields.text(field));
        }
        return micros;
    }

    /** The round trips to each of these places, no more and no less, in microseconds. */
    static Map<String, Long> roundTrips(YamlFields fields, String field, Set<String> places) {
        YamlFields trips = fields.mapping(field, places);
        Map<String, Long> micros = new LinkedHashMap<>();
        for (String place : places) {
            micros.put(place, roundTrip(trips, place));
        }
        return micros;
    }
}
