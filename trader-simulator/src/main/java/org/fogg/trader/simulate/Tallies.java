package org.fogg.trader.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Counts by kind of order, and market orders by home too. */
final class Tallies {

    private final Map<OrderKind, Tally> byKind = new EnumMap<>(OrderKind.class);
    private final List<Tally> marketByHome = new ArrayList<>();
    private final Consumer<SimulatedTrade> listener;

    /**
     * @param listener is told of every trade
     */
    Tallies(int georegions, Consumer<SimulatedTrade> listener) {
        for (OrderKind kind : OrderKind.values()) {
            byKind.put(kind, new Tally());
        }
        for (int i = 0; i < georegions; i++) {
            marketByHome.add(new Tally());
        }
        this.listener = listener;
    }

    void ordered(SimulatedOrder order) {
        of(order.kind()).ordered();
        if (order.kind() == OrderKind.MARKET) {
            marketByHome.get(order.trader().home()).ordered();
        }
    }

    void refused(SimulatedOrder order) {
        of(order.kind()).refused();
    }

    void traded(SimulatedTrade trade) {
        of(trade.kind()).traded(trade);
        if (trade.kind() == OrderKind.MARKET) {
            marketByHome.get(trade.home()).traded(trade);
        }
        listener.accept(trade);
    }

    Map<OrderKind, TypeResult> results() {
        Map<OrderKind, TypeResult> results = new LinkedHashMap<>();
        byKind.forEach((kind, tally) -> results.put(kind, tally.result()));
        return results;
    }

    List<TypeResult> marketByHome() {
        return marketByHome.stream().map(Tally::result).toList();
    }

    private Tally of(OrderKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }
}
