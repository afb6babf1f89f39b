package org.fogg.ticker.wan;

import java.time.Duration;
import java.util.Map;

/**
 * How far a broker is from those it talks to, as round trips; zero where none is given.
 *
 * @param georegions to the brokers of other georegions, by name
 * @param exchanges to the exchanges of its own georegion, by code
 * @param pair between the data centres of its georegion
 */
public record Distances(
        Map<String, Duration> georegions, Map<String, Duration> exchanges, Duration pair) {

    /** Everything is here. */
    public static final Distances NONE = new Distances(Map.of(), Map.of(), Duration.ZERO);

    /** Takes copies. */
    public Distances {
        georegions = Map.copyOf(georegions);
        exchanges = Map.copyOf(exchanges);
    }

    /** Round trip to a georegion. */
    public Duration toGeoregion(String name) {
        return georegions.getOrDefault(name, Duration.ZERO);
    }

    /** Round trip to an exchange. */
    public Duration toExchange(String code) {
        return exchanges.getOrDefault(code, Duration.ZERO);
    }

    /** How long a message from a georegion is under way, in nanoseconds. */
    public long fromGeoregionNanos(String name) {
        return toGeoregion(name).toNanos() / 2;
    }

    /** How long a message from an exchange is under way, in nanoseconds. */
    public long fromExchangeNanos(String code) {
        return toExchange(code).toNanos() / 2;
    }
}
