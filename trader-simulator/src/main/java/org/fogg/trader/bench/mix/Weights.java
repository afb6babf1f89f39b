package org.fogg.trader.bench.mix;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often each operation comes, relative to the others.
 *
 * @param byOperation only weights above 0; at least one order type has one
 */
public record Weights(Map<Operation, Integer> byOperation) {

    /** The largest weight. */
    public static final int MOST = 1_000_000;

    public Weights {
        byOperation = new EnumMap<>(byOperation);
        if (byOperation.keySet().stream().noneMatch(Operation::isOrder)) {
            throw new IllegalArgumentException(
                    "one of market, limit and stop must have a weight above 0:"
                            + " the rate counts orders");
        }
    }
}
