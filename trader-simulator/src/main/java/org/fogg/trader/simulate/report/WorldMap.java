package org.fogg.trader.simulate.report;

import java.util.List;
import java.util.Locale;
import org.fogg.trader.simulate.SimulationResult;
import org.fogg.world.Atlas;
import org.fogg.world.AwsRegion;
import org.fogg.world.DataCentre;
import org.fogg.world.ExchangeListing;
import org.fogg.world.Georegion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The world as a drawing, two units a degree; nothing is fetched. */
final class WorldMap {

    private static final String LAND = "world-land-110m.geojson";
    private static final double UNITS_PER_DEGREE = 2;
    private static final double NORTH = 78;
    private static final double SOUTH = -58;
    private static final double EAST = 180;
    private static final double MICROS = 1e6;
    private static final int TURN = 360;

    private final SimulationResult result;
    private final Atlas atlas;
    private final StringBuilder svg = new StringBuilder();

    private WorldMap(SimulationResult result, Atlas atlas) {
        this.result = result;
        this.atlas = atlas;
    }

    static String of(SimulationResult result, Atlas atlas) {
        WorldMap map = new WorldMap(result, atlas);
        map.draw();
        return map.svg.toString();
    }

    private void draw() {
        append(
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"Map of georegions,"
                        + " data centres and exchanges\">\n",
                2 * EAST * UNITS_PER_DEGREE, (NORTH - SOUTH) * UNITS_PER_DEGREE);
        land();
        List<Georegion> georegions = result.georegions();
        for (int i = 0; i < georegions.size(); i++) {
            for (int j = i + 1; j < georegions.size(); j++) {
                trip(georegions.get(i), georegions.get(j));
            }
        }
        result.exchanges().forEach(this::exchange);
        georegions.forEach(each -> each.dataCentres().forEach(this::dataCentre));
        for (int i = 0; i < georegions.size(); i++) {
            label(georegions.get(i), result.marketByHome().get(i).latency().mean());
        }
        svg.append("</svg>\n");
    }

    private void land() {
        svg.append("<path class=\"land\" d=\"");
        JsonNode features = JsonMapper.shared().readTree(Html.resource(LAND)).get("features");
        for (JsonNode feature : features) {
            for (JsonNode polygon : feature.get("geometry").get("coordinates")) {
                for (JsonNode ring : polygon) {
                    ring(ring);
                }
            }
        }
        svg.append("\"/>\n");
    }

    private void ring(JsonNode ring) {
        double last = Double.NaN;
        for (JsonNode point : ring) {
            double longitude = point.get(0).asDouble();
            // A ring that leaves the map on one side and comes back on the other is two.
            boolean goesOn = Math.abs(longitude - last) < EAST;
            append("%c%.1f %.1f", goesOn ? 'L' : 'M', x(longitude), y(point.get(1).asDouble()));
            last = longitude;
        }
        svg.append('Z');
    }

    /** The shorter way round; where that leaves the map, both halves. */
    private void trip(Georegion from, Georegion to) {
        AwsRegion a = atlas.awsRegion(from.home().awsRegion());
        AwsRegion b = atlas.awsRegion(to.home().awsRegion());
        double east = degrees(b.longitudeMicros()) - degrees(a.longitudeMicros());
        int turn = east > EAST ? -TURN : east < -EAST ? TURN : 0;
        String title =
                Html.escape(from.title() + " \u2013 " + to.title())
                        + ": "
                        + atlas.rttMicros(from, to) / 1_000
                        + " ms";
        line(a, 0, b, turn, title);
        if (turn != 0) {
            line(a, -turn, b, 0, title);
        }
    }

    private void line(AwsRegion a, int turnA, AwsRegion b, int turnB, String title) {
        double fromX = x(degrees(a.longitudeMicros()) + turnA);
        double fromY = y(degrees(a.latitudeMicros()));
        double toX = x(degrees(b.longitudeMicros()) + turnB);
        double toY = y(degrees(b.latitudeMicros()));
        double bend = Math.abs(toX - fromX) / 8;
        append(
                "<path class=\"trip\" d=\"M%.1f %.1fQ%.1f %.1f %.1f %.1f\"><title>%s</title></path>\n",
                fromX, fromY, (fromX + toX) / 2, (fromY + toY) / 2 - bend, toX, toY, title);
    }

    private void exchange(ExchangeListing exchange) {
        append(
                "<circle class=\"exchange\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.4\"><title>%s</title>"
                        + "</circle>\n",
                x(degrees(exchange.longitudeMicros())),
                y(degrees(exchange.latitudeMicros())),
                Html.escape(exchange.name() + ", " + exchange.city()));
    }

    private void dataCentre(DataCentre dataCentre) {
        AwsRegion place = atlas.awsRegion(dataCentre.awsRegion());
        double x = x(degrees(place.longitudeMicros()));
        double y = y(degrees(place.latitudeMicros()));
        append(
                "<path class=\"centre\" d=\"M%.1f %.1fl4 4l-4 4l-4 -4z\"><title>%s</title></path>\n",
                x, y - 4, Html.escape(dataCentre.name()));
    }

    private void label(Georegion georegion, double latency) {
        double x = x(degrees(georegion.longitudeMicros()));
        double y = y(degrees(georegion.latitudeMicros()));
        append(
                "<text class=\"halo title\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                x, y, Html.escape(georegion.title()));
        if (latency > 0) {
            append(
                    "<text class=\"halo\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%.0f ms</text>\n",
                    x, y + 13, latency);
        }
    }

    private static double x(double longitude) {
        return (longitude + EAST) * UNITS_PER_DEGREE;
    }

    private static double y(double latitude) {
        return (NORTH - Math.max(latitude, SOUTH)) * UNITS_PER_DEGREE;
    }

    private static double degrees(int micros) {
        return micros / MICROS;
    }

    private void append(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
