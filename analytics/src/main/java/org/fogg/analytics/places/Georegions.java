package org.fogg.analytics.places;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The eight georegions and a point amid each, to draw its traders at. */
public final class Georegions {

    private static final Map<String, Place> PLACES =
            new TreeMap<>(
                    Map.of(
                            "north-america", new Place(39.5, -93.0),
                            "south-america", new Place(-15.8, -54.0),
                            "atlantic", new Place(38.7, -27.2),
                            "europe", new Place(49.8, 15.5),
                            "middle-east", new Place(25.0, 48.0),
                            "central-asia", new Place(22.5, 78.5),
                            "east-asia", new Place(33.0, 118.0),
                            "australasia", new Place(-25.5, 135.0)));

    private Georegions() {}

    /** The point of that georegion, or null for a name that is not on the map. */
    public static @Nullable Place place(String georegion) {
        return PLACES.get(georegion);
    }

    /** All of them by name, in the order of the alphabet. */
    public static Map<String, Place> all() {
        return Collections.unmodifiableMap(PLACES);
    }
}
