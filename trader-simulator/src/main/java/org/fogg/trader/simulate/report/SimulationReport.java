package org.fogg.trader.simulate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fogg.trader.simulate.OrderKind;
import org.fogg.trader.simulate.SimulationResult;
import org.fogg.trader.simulate.SimulationSettings;
import org.fogg.trader.simulate.TypeResult;
import org.fogg.world.Atlas;
import org.fogg.world.DataCentre;
import org.fogg.world.ExchangeListing;
import org.fogg.world.Georegion;

/** The result of a simulation as one HTML page that needs nothing from the network. */
public final class SimulationReport {

    private static final long UNIT = 10_000;
    private static final long MICROS_PER_MILLI = 1_000;

    private final SimulationResult result;
    private final Atlas atlas;

    private SimulationReport(SimulationResult result, Atlas atlas) {
        this.result = result;
        this.atlas = atlas;
    }

    /**
     * The page; it runs shorter simulations to compare with.
     *
     * @param progress is told what is under way
     */
    public static String page(SimulationResult result, Atlas atlas, Consumer<String> progress) {
        return new SimulationReport(result, atlas).page(progress);
    }

    private String page(Consumer<String> progress) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Fogg: around the world in virtual time</title>
                <style>
                """
                + Html.resource("style.css")
                + "</style>\n</head>\n<body>\n<main>\n"
                + head()
                + "<h2>By type of order</h2>\n"
                + byType()
                + "<h2>Latency</h2>\n"
                + LatencyCurves.legend()
                + "<div class=\"wide curves\" tabindex=\"0\">"
                + LatencyCurves.of(result)
                + "</div>\n<h2>The world</h2>\n<p class=\"soft\">Diamonds are data centres, dots"
                + " exchanges; the figures are the mean latency of market orders that traders of"
                + " that georegion place abroad.</p>\n<div class=\"wide map\" tabindex=\"0\">"
                + WorldMap.of(result, atlas)
                + "</div>\n"
                + georegions()
                + "<h2>Trips and placements compared</h2>\n"
                + Comparison.of(result.settings(), atlas, progress)
                + "<h2>What each message is</h2>\n<ul>\n"
                + ReportText.trips(result.settings())
                + "</ul>\n<h2>What is assumed</h2>\n<ul>\n"
                + ReportText.assumptions(result.settings())
                + "</ul>\n<p class=\"soft\">State hash <code>"
                + "%016x".formatted(result.stateHash())
                + "</code>: the same settings and world give the same. Land: Natural Earth, public"
                + " domain.</p>\n</main>\n</body>\n</html>\n";
    }

    private String head() {
        SimulationSettings settings = result.settings();
        StringBuilder tiles = new StringBuilder();
        for (OrderKind kind : OrderKind.values()) {
            TypeResult type = result.of(kind);
            tiles.append("<div class=\"tile ").append(kind.key()).append("\"><span>");
            tiles.append(ReportText.name(kind)).append("</span><b>");
            tiles.append(Html.decimal(type.latency().mean(), 0)).append(" ms</b><span>");
            tiles.append(loss(type)).append("</span></div>\n");
        }
        return "<h1>Around the world in virtual time</h1>\n<p class=\"soft\">"
                + Html.whole(settings.rounds())
                + " s of "
                + result.georegions().size()
                + " georegions, "
                + Html.whole(settings.traders())
                + " traders, "
                + Html.whole(settings.stocks())
                + " stocks; trips "
                + settings.trips().key()
                + ", placement "
                + settings.placement().key()
                + ", "
                + settings.volatility()
                + " times the listed volatility, seed "
                + settings.seed()
                + ". "
                + Html.whole(result.trades())
                + " trades worth $"
                + Html.whole(result.value() / UNIT)
                + ".</p>\n<div class=\"tiles\">\n"
                + tiles
                + "</div>\n";
    }

    private static String loss(TypeResult type) {
        String amount = type.lossPer20000();
        return amount.startsWith("-")
                ? "gains $" + amount.substring(1) + " on an order of $20,000"
                : "loses $" + amount + " on an order of $20,000";
    }

    private String byType() {
        StringBuilder rows = new StringBuilder();
        for (OrderKind kind : OrderKind.values()) {
            TypeResult type = result.of(kind);
            rows.append(
                    Html.row(
                            "td",
                            " class=\"" + kind.key() + '"',
                            List.of(
                                    "<span class=\"dot\"></span>" + ReportText.name(kind),
                                    Html.whole(type.orders()),
                                    Html.whole(type.refused()),
                                    Html.whole(type.trades()),
                                    Html.whole(type.value() / UNIT),
                                    Html.decimal(type.latency().mean(), 1),
                                    Html.decimal(type.latency().p50(), 1),
                                    Html.decimal(type.latency().p99(), 1),
                                    Html.decimal(type.latency().max(), 1),
                                    Html.decimal(type.lossPercent(), 3),
                                    type.lossPer20000().replace('-', '\u2212'))));
        }
        return Html.table(
                        "kinds",
                        List.of(
                                "orders",
                                "placed",
                                "refused",
                                "traded",
                                "value $",
                                "mean ms",
                                "p50",
                                "p99",
                                "max",
                                "loss %",
                                "$ per 20,000"),
                        rows.toString())
                + "<p class=\"soft\">"
                + Html.whole(result.of(OrderKind.LIMIT).atOnce())
                + " limit and "
                + Html.whole(result.of(OrderKind.STOP).atOnce())
                + " stop orders traded at once when they came into force, without a tick.</p>\n";
    }

    private String georegions() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < result.georegions().size(); i++) {
            rows.append(Html.row("td", "", georegion(result.georegions().get(i), i)));
        }
        return "<p></p>"
                + Html.table(
                        "georegions",
                        List.of(
                                "georegion",
                                "data centres",
                                "pair ms",
                                "traders ms",
                                "exchanges",
                                "market, mean ms",
                                "loss %"),
                        rows.toString());
    }

    private List<String> georegion(Georegion georegion, int number) {
        TypeResult market = result.marketByHome().get(number);
        List<String> cells = new ArrayList<>();
        cells.add(Html.escape(georegion.title()));
        cells.add(
                Html.escape(
                        String.join(
                                ", ",
                                georegion.dataCentres().stream()
                                        .map(DataCentre::awsRegion)
                                        .toList())));
        cells.add(
                georegion.noPair().isEmpty()
                        ? Long.toString(atlas.pairRttMicros(georegion) / MICROS_PER_MILLI)
                        : "no pair");
        cells.add(
                georegion.nearestTraderMicros() / MICROS_PER_MILLI
                        + "\u2013"
                        + georegion.farthestTraderMicros() / MICROS_PER_MILLI);
        cells.add(
                Html.escape(
                        String.join(
                                ", ",
                                atlas.exchangesOf(georegion.name()).stream()
                                        .map(ExchangeListing::code)
                                        .toList())));
        cells.add(Html.decimal(market.latency().mean(), 1));
        cells.add(Html.decimal(market.lossPercent(), 3));
        return cells;
    }
}
