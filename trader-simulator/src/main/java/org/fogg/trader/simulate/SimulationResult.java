package org.fogg.trader.simulate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fogg.world.ExchangeListing;
import org.fogg.world.Georegion;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a simulation gave.
 *
 * @param georegions those simulated
 * @param exchanges those simulated
 * @param hub title of the georegion that would be the hub
 * @param byKind one for each kind of order
 * @param marketByHome market orders on foreign stocks, by the trader's georegion
 * @param ticks price changes at the exchanges
 * @param messages messages that arrived, ticks included
 * @param stateHash of all accounts, holdings, orders and prices at the end
 */
public record SimulationResult(
        SimulationSettings settings,
        List<Georegion> georegions,
        List<ExchangeListing> exchanges,
        String hub,
        Map<OrderKind, TypeResult> byKind,
        List<TypeResult> marketByHome,
        long ticks,
        long messages,
        long stateHash) {

    /** How the potential profit loss is reckoned. */
    public static final String FORMULA =
            "loss = sum of (trade price - price at the decision) x quantity of buys, and of"
                    + " (price at the decision - trade price) x quantity of sells, both at the"
                    + " exchange; in percent of sum of trade price x quantity; below 0 is a gain";

    /** Takes copies. */
    public SimulationResult {
        georegions = List.copyOf(georegions);
        exchanges = List.copyOf(exchanges);
        byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
        marketByHome = List.copyOf(marketByHome);
    }

    /** The result of one kind of order. */
    public TypeResult of(OrderKind kind) {
        TypeResult result = byKind.get(kind);
        if (result == null) {
            throw new IllegalArgumentException("No result of " + kind);
        }
        return result;
    }

    /** All trades. */
    public long trades() {
        return byKind.values().stream().mapToLong(TypeResult::trades).sum();
    }

    /** Sum of price times quantity of all trades, in 1/10,000. */
    public long value() {
        return byKind.values().stream().mapToLong(TypeResult::value).sum();
    }

    /** For programs. */
    public ObjectNode toJson(double wallSeconds) {
        return SimulationJson.of(this, wallSeconds);
    }

    /** For people. */
    public String toText() {
        return SimulationText.of(this);
    }
}
