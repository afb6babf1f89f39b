package org.fogg.trader.simulate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fogg.trader.simulate.OrderKind;
import org.fogg.trader.simulate.Placement;
import org.fogg.trader.simulate.Simulation;
import org.fogg.trader.simulate.SimulationResult;
import org.fogg.trader.simulate.SimulationSettings;
import org.fogg.trader.simulate.Trips;
import org.fogg.trader.simulate.TypeResult;
import org.fogg.world.Atlas;

/** The same world with all trips and placements beside each other, for a while each. */
final class Comparison {

    private static final long ROUNDS = 3_600;

    private Comparison() {}

    static String of(SimulationSettings settings, Atlas atlas, Consumer<String> progress) {
        long rounds = Math.min(ROUNDS, settings.rounds());
        StringBuilder rows = new StringBuilder();
        String hub = "";
        for (Trips trips : Trips.values()) {
            for (Placement placement : Placement.values()) {
                progress.accept(
                        "comparing: trips %s, placement %s"
                                .formatted(trips.key(), placement.key()));
                SimulationSettings other = settings.with(trips, placement).withRounds(rounds);
                SimulationResult result = Simulation.run(other, atlas, line -> {});
                hub = result.hub();
                boolean same = trips == settings.trips() && placement == settings.placement();
                rows.append(Html.row("td", same ? " class=\"this\"" : "", cells(result)));
            }
        }
        return "<p>Each for "
                + Html.whole(rounds)
                + " s with this run's other settings; this run's own combination is in bold. The"
                + " hub is "
                + Html.escape(hub)
                + ", the georegion nearest to all others.</p>\n"
                + Html.table(
                        "compared",
                        List.of(
                                "trips",
                                "orders held",
                                "market, mean ms",
                                "loss %",
                                "limit, mean ms",
                                "loss %",
                                "stop, mean ms",
                                "loss %"),
                        rows.toString());
    }

    private static List<String> cells(SimulationResult result) {
        List<String> cells = new ArrayList<>();
        cells.add(result.settings().trips().key());
        cells.add(
                switch (result.settings().placement()) {
                    case LOCAL -> "local: beside the exchange";
                    case HOME -> "home: at the trader's home";
                    case HUB -> "hub: all in one georegion";
                });
        for (OrderKind kind : List.of(OrderKind.MARKET, OrderKind.LIMIT, OrderKind.STOP)) {
            TypeResult type = result.of(kind);
            cells.add(Html.decimal(type.latency().mean(), 1));
            cells.add(Html.decimal(type.lossPercent(), 3));
        }
        return cells;
    }
}
