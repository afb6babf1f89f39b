package org.fogg.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the georegions and their data centres. */
final class GeoregionParser {

    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "title",
                    "latitude",
                    "longitude",
                    "aws_regions",
                    "no_pair",
                    "traders_rtt_ms");
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final long FARTHEST_MICROS = 100_000;

    private final Map<String, AwsRegion> awsRegions = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    GeoregionParser(List<AwsRegion> awsRegions) {
        awsRegions.forEach(each -> this.awsRegions.put(each.name(), each));
    }

    List<Georegion> all(YamlFields top) {
        List<Georegion> georegions = new ArrayList<>();
        for (YamlFields each : top.list("georegions", FIELDS)) {
            georegions.add(georegion(each));
        }
        return georegions;
    }

    private Georegion georegion(YamlFields fields) {
        String name = fields.text("name");
        if (!NAME.matcher(name).matches()) {
            throw fields.refusal(
                    "name", "must be lower-case words with hyphens, not \"" + name + '"');
        }
        if (!names.add(name)) {
            throw fields.refusal("name", name + " is taken by a georegion above");
        }
        List<DataCentre> dataCentres = dataCentres(fields, name);
        YamlFields traders = fields.mapping("traders_rtt_ms", Set.of("nearest", "farthest"));
        long nearest = Values.roundTrip(traders, "nearest");
        long farthest = Values.roundTrip(traders, "farthest");
        if (farthest < nearest || farthest > FARTHEST_MICROS) {
            throw traders.refusal("farthest", "must be from nearest to 100 ms");
        }
        return new Georegion(
                name,
                fields.text("title"),
                Values.degrees(fields, "latitude", 90),
                Values.degrees(fields, "longitude", 180),
                dataCentres,
                noPair(fields, dataCentres.size()),
                nearest,
                farthest);
    }

    private List<DataCentre> dataCentres(YamlFields fields, String georegion) {
        List<String> regions = fields.texts("aws_regions");
        for (String region : regions) {
            if (!awsRegions.containsKey(region)) {
                throw fields.refusal(
                        "aws_regions", "has " + region + ", which is no AWS region above");
            }
        }
        if (regions.isEmpty()
                || regions.size() > 2
                || regions.size() != Set.copyOf(regions).size()) {
            throw fields.refusal("aws_regions", "must be one region, or two that differ");
        }
        requireNear(fields, regions.get(0), regions.get(regions.size() - 1));
        return regions.stream().map(region -> new DataCentre(georegion, region)).toList();
    }

    private void requireNear(YamlFields fields, String first, String second) {
        long rtt =
                Objects.requireNonNull(
                        Objects.requireNonNull(awsRegions.get(first)).rttMicros().get(second));
        if (rtt > FARTHEST_MICROS) {
            throw fields.refusal(
                    "aws_regions",
                    "must be at most 100 ms apart, but "
                            + first
                            + " and "
                            + second
                            + " are "
                            + rtt / 1_000
                            + " ms apart");
        }
    }

    private static String noPair(YamlFields fields, int dataCentres) {
        if (dataCentres > 1 && fields.has("no_pair")) {
            throw fields.refusal("no_pair", "is only for a georegion with one AWS region");
        }
        return dataCentres > 1 ? "" : fields.text("no_pair");
    }
}
