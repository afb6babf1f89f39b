package org.fogg.world;

import java.util.List;

/**
 * A part of the world whose data centres and users are within 100 ms of each other.
 *
 * @param title its name for people
 * @param latitudeMicros where to write it on a map, microdegrees, north positive
 * @param longitudeMicros the same, east positive
 * @param dataCentres one or two; the first is the home to begin with
 * @param noPair why there is one data centre only; empty where there are two
 * @param nearestTraderMicros round trip in microseconds between the nearest trader and the first
 *     data centre
 * @param farthestTraderMicros the same for the farthest trader
 */
public record Georegion(
        String name,
        String title,
        int latitudeMicros,
        int longitudeMicros,
        List<DataCentre> dataCentres,
        String noPair,
        long nearestTraderMicros,
        long farthestTraderMicros) {

    /** Takes a copy. */
    public Georegion {
        dataCentres = List.copyOf(dataCentres);
    }

    /** The data centre that is home to begin with. */
    public DataCentre home() {
        return dataCentres.get(0);
    }

    /** The data centre that holds the replica: the other one, or the home where it is alone. */
    public DataCentre replica() {
        return dataCentres.get(dataCentres.size() - 1);
    }
}
