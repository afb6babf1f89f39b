package org.fogg.world;

import java.util.Map;

/**
 * An AWS region.
 *
 * @param latitudeMicros microdegrees, north positive
 * @param longitudeMicros microdegrees, east positive
 * @param rttMicros round trip in microseconds to every AWS region of the file, itself included
 */
public record AwsRegion(
        String name,
        String city,
        int latitudeMicros,
        int longitudeMicros,
        Map<String, Long> rttMicros) {

    /** Takes a copy. */
    public AwsRegion {
        rttMicros = Map.copyOf(rttMicros);
    }
}
