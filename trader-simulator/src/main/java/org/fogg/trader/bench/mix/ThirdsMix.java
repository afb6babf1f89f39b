package org.fogg.trader.bench.mix;

import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The mix {@code thirds}: a trader looks at its holdings and at a stock's statistics, thinks for a
 * moment, and places a market, limit or stop order, in equal parts. One whose open order has been
 * waiting for long cancels it.
 */
public final class ThirdsMix implements Mix {

    private static final long THINKING_NANOS = 50_000_000;
    private static final Map<Operation, Integer> THIRDS =
            Map.of(Operation.MARKET, 1, Operation.LIMIT, 1, Operation.STOP, 1);

    private final TraderDeck traders;
    private final RandomGenerator random;
    private final OrderChooser chooser;

    /** The mix, for these traders. */
    public ThirdsMix(TraderDeck traders, RandomGenerator random) {
        this.traders = traders;
        this.random = random;
        this.chooser = new OrderChooser(THIRDS, random);
    }

    @Override
    public void plan(long at, Consumer<PlannedOp> plan) {
        Trader trader = traders.next();
        Stock stock = trader.chooseStock(random);
        long look = at - THINKING_NANOS;
        plan.accept(PlannedOp.of(Operation.POSITIONS, look, trader, null));
        plan.accept(PlannedOp.of(Operation.STATISTICS, look, trader, stock));
        plan.accept(PlannedOp.order(at, trader, () -> chooser.choose(trader, stock), null));
        plan.accept(PlannedOp.cancelOld(at, trader));
        PlannedOp.sweep(at, trader, plan);
    }

    @Override
    public long leadNanos() {
        return THINKING_NANOS;
    }
}
