package org.fogg.trader.bench;

import org.fogg.trader.bench.client.Money;
import org.fogg.trader.bench.measure.OrderCounts;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A result as JSON. */
final class ResultJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private ResultJson() {}

    static ObjectNode of(BenchResult result) {
        ObjectNode json = tree(result);
        ObjectNode orders = (ObjectNode) json.get("orders");
        result.orders()
                .forEach(
                        (type, counts) ->
                                ((ObjectNode) orders.get(type)).put("value", value(counts)));
        return json;
    }

    /** A part of a result, in the same form. */
    static ObjectNode tree(Object part) {
        return MAPPER.valueToTree(part);
    }

    private static String value(OrderCounts counts) {
        return Money.text(counts.value());
    }
}
