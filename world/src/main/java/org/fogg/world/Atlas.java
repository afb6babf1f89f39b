package org.fogg.world;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The world: its georegions and exchanges, and the round trips between them. Immutable. */
public final class Atlas {

    private final List<AwsRegion> awsRegions;
    private final List<Georegion> georegions;
    private final List<ExchangeListing> exchanges;
    private final Map<String, AwsRegion> awsRegionsByName;
    private final Map<String, Georegion> georegionsByName;

    Atlas(List<AwsRegion> awsRegions, List<Georegion> georegions, List<ExchangeListing> exchanges) {
        this.awsRegions = List.copyOf(awsRegions);
        this.georegions = List.copyOf(georegions);
        this.exchanges = List.copyOf(exchanges);
        awsRegionsByName =
                awsRegions.stream().collect(Collectors.toMap(AwsRegion::name, Function.identity()));
        georegionsByName =
                georegions.stream().collect(Collectors.toMap(Georegion::name, Function.identity()));
    }

    /** The AWS regions, in the file's order. */
    public List<AwsRegion> awsRegions() {
        return awsRegions;
    }

    /** The georegions, in the file's order. */
    public List<Georegion> georegions() {
        return georegions;
    }

    /** All exchanges, in the file's order. */
    public List<ExchangeListing> exchanges() {
        return exchanges;
    }

    /** The exchanges of one georegion, in the file's order. */
    public List<ExchangeListing> exchangesOf(String georegion) {
        return exchanges.stream().filter(each -> each.georegion().equals(georegion)).toList();
    }

    /** Whether there is a georegion of this name. */
    public boolean hasGeoregion(String name) {
        return georegionsByName.containsKey(name);
    }

    /**
     * A georegion.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public Georegion georegion(String name) {
        return known(georegionsByName, name, "georegion");
    }

    /**
     * An AWS region.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public AwsRegion awsRegion(String name) {
        return known(awsRegionsByName, name, "AWS region");
    }

    /** Round trip in microseconds, begun at the first; within one, that between its zones. */
    public long rttMicros(DataCentre from, DataCentre to) {
        return known(awsRegion(from.awsRegion()).rttMicros(), to.awsRegion(), "AWS region");
    }

    /** Round trip in microseconds between the home data centres, begun at the first. */
    public long rttMicros(Georegion from, Georegion to) {
        return rttMicros(from.home(), to.home());
    }

    /** Round trip in microseconds between the data centres of one georegion's pair. */
    public long pairRttMicros(Georegion georegion) {
        return rttMicros(georegion.home(), georegion.replica());
    }

    /**
     * Round trip in microseconds between an exchange and a data centre of its georegion.
     *
     * @throws IllegalArgumentException for a data centre elsewhere
     */
    public long rttMicros(ExchangeListing exchange, DataCentre dataCentre) {
        if (!dataCentre.georegion().equals(exchange.georegion())) {
            throw new IllegalArgumentException(
                    exchange.code() + " is not in the georegion of " + dataCentre.name());
        }
        return known(exchange.rttMicros(), dataCentre.awsRegion(), "AWS region");
    }

    private static <T> T known(Map<String, T> all, String name, String what) {
        if (!all.containsKey(name)) {
            throw new IllegalArgumentException("There is no " + what + " " + name);
        }
        return Objects.requireNonNull(all.get(name));
    }
}
