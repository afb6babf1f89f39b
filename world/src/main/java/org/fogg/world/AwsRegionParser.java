package org.fogg.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the AWS regions and the round trips between them. */
final class AwsRegionParser {

    private static final Set<String> FIELDS =
            Set.of("name", "city", "latitude", "longitude", "rtt_ms");
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)+-[0-9]+");

    private final Set<String> names = new LinkedHashSet<>();

    List<AwsRegion> all(YamlFields top) {
        List<YamlFields> all = top.list("aws_regions", FIELDS);
        for (YamlFields each : all) {
            String name = each.text("name");
            if (!NAME.matcher(name).matches()) {
                throw each.refusal("name", "must be like eu-central-1, not \"" + name + '"');
            }
            if (!names.add(name)) {
                throw each.refusal("name", name + " is taken by an AWS region above");
            }
        }
        List<AwsRegion> regions = new ArrayList<>();
        for (YamlFields each : all) {
            regions.add(
                    new AwsRegion(
                            each.text("name"),
                            each.text("city"),
                            Values.degrees(each, "latitude", 90),
                            Values.degrees(each, "longitude", 180),
                            Values.roundTrips(each, "rtt_ms", names)));
        }
        return regions;
    }
}
