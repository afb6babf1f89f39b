package org.fogg.trader.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fogg.trader.bench.client.Money;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A result as JSON. */
final class SimulationJson {

    private static final int DIGITS = 6;

    private SimulationJson() {}

    static ObjectNode of(SimulationResult result, double wallSeconds) {
        SimulationSettings settings = result.settings();
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("georegions", result.georegions().size());
        json.put("traders", settings.traders());
        json.put("stocks", settings.stocks());
        json.put("rounds", settings.rounds());
        json.put("seed", settings.seed());
        json.put("placement", settings.placement().key());
        json.put("trips", settings.trips().key());
        json.put("volatility", settings.volatility());
        json.put("wall_seconds", rounded(wallSeconds));
        json.putObject("trades")
                .put("count", result.trades())
                .put("value", Money.text(result.value()));
        ObjectNode types = json.putObject("by_type");
        result.byKind().forEach((kind, type) -> add(types.putObject(kind.key()), type));
        json.put("ticks", result.ticks());
        json.put("messages", result.messages());
        json.put("loss_formula", SimulationResult.FORMULA);
        json.put("state_hash", "%016x".formatted(result.stateHash()));
        return json;
    }

    private static void add(ObjectNode json, TypeResult type) {
        json.put("orders", type.orders());
        json.put("refused", type.refused());
        json.put("trades", type.trades());
        json.put("at_once", type.atOnce());
        json.put("value", Money.text(type.value()));
        json.putObject("latency_ms")
                .put("mean", rounded(type.latency().mean()))
                .put("max", rounded(type.latency().max()))
                .put("p50", rounded(type.latency().p50()))
                .put("p99", rounded(type.latency().p99()));
        json.put("loss_percent", rounded(type.lossPercent()));
        json.put("loss_per_20000", type.lossPer20000());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
