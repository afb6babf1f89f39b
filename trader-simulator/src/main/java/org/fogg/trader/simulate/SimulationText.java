package org.fogg.trader.simulate;

import java.util.Locale;

/** A result as text. */
final class SimulationText {

    private static final String ROW = "%-12s %9s %9s %9s %16s %8s %8s %8s %8s %9s %12s%n";
    private static final long UNIT = 10_000;

    private SimulationText() {}

    static String of(SimulationResult result) {
        SimulationSettings settings = result.settings();
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d s of %d georegions, %,d traders, %,d stocks at %d times the listed"
                                + " volatility; trips %s, placement %s, seed %d%n%n",
                        settings.rounds(),
                        result.georegions().size(),
                        settings.traders(),
                        settings.stocks(),
                        settings.volatility(),
                        settings.trips().key(),
                        settings.placement().key(),
                        settings.seed()));
        text.append(
                String.format(
                        Locale.ROOT,
                        ROW,
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
                        "per $20,000"));
        result.byKind().forEach((kind, type) -> text.append(row(kind, type)));
        text.append(
                String.format(
                        Locale.ROOT,
                        "%nmarket: on stocks of other georegions; market_home: the rest.%n%s.%n"
                                + "State hash %016x.",
                        SimulationResult.FORMULA,
                        result.stateHash()));
        return text.toString();
    }

    private static String row(OrderKind kind, TypeResult type) {
        return String.format(
                Locale.ROOT,
                ROW,
                kind.key(),
                whole(type.orders()),
                whole(type.refused()),
                whole(type.trades()),
                whole(type.value() / UNIT),
                decimal(type.latency().mean()),
                decimal(type.latency().p50()),
                decimal(type.latency().p99()),
                decimal(type.latency().max()),
                String.format(Locale.ROOT, "%.3f", type.lossPercent()),
                type.lossPer20000());
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
