package org.fogg.trader.bench.mix;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A mix by weights, as read from a file: the other operations come along with the orders in the
 * proportion of their weights, evenly spread. Each order is preceded by a look at its stock's
 * statistics, which it is chosen by.
 */
public final class WeightedMix implements Mix {

    private static final long THINKING_NANOS = 50_000_000;

    private final Map<Operation, Integer> others = new EnumMap<>(Operation.class);
    private final Map<Operation, Integer> owed = new EnumMap<>(Operation.class);
    private final TraderDeck traders;
    private final RandomGenerator random;
    private final OrderChooser chooser;
    private final int orderWeight;

    /** The mix of these weights, for these traders. */
    public WeightedMix(Weights weights, TraderDeck traders, RandomGenerator random) {
        this.traders = traders;
        this.random = random;
        this.chooser = new OrderChooser(weights.byOperation(), random);
        int sum = 0;
        for (Map.Entry<Operation, Integer> weight : weights.byOperation().entrySet()) {
            if (weight.getKey().isOrder()) {
                sum += weight.getValue();
            } else {
                others.put(weight.getKey(), weight.getValue());
            }
        }
        this.orderWeight = sum;
    }

    @Override
    public void plan(long at, Consumer<PlannedOp> plan) {
        Trader trader = traders.next();
        Stock stock = trader.chooseStock(random);
        plan.accept(PlannedOp.of(Operation.STATISTICS, at - THINKING_NANOS, trader, stock));
        plan.accept(PlannedOp.order(at, trader, () -> chooser.choose(trader, stock), null));
        plan.accept(PlannedOp.cancelOld(at, trader));
        PlannedOp.sweep(at, trader, plan);
        others.forEach(
                (operation, weight) -> {
                    int due = owed.merge(operation, weight, Integer::sum);
                    for (; due >= orderWeight; due -= orderWeight) {
                        plan.accept(other(operation, at));
                    }
                    owed.put(operation, due);
                });
    }

    @Override
    public long leadNanos() {
        return THINKING_NANOS;
    }

    private PlannedOp other(Operation operation, long at) {
        if (operation == Operation.OPEN) {
            return PlannedOp.open(at);
        }
        Trader trader = traders.next();
        long when = at - random.nextLong(THINKING_NANOS);
        return PlannedOp.of(
                operation, when, trader, operation.isAboutStock() ? stock(trader) : null);
    }

    private Stock stock(Trader trader) {
        return trader.watched().get(random.nextInt(trader.watched().size()));
    }
}
