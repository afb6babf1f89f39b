package org.fogg.trader.bench.mix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.fogg.trader.bench.client.Money;
import org.jspecify.annotations.Nullable;

/**
 * The mix {@code stockonline}: CSIRO StockOnline's groups of 43 operations on this API. A group
 * opens one account first, asks 30 prices, reads holdings 5 times, buys 3 times and sells 3 times
 * at the market, each sale after its purchase and of a part of it, and last pays credit into the
 * new account. Purchases are of 10 to 100 shares, a tenth of the original's, whose prices are as
 * much lower.
 */
public final class StockOnlineMix implements Mix {

    private static final int ORDERS = 6;
    private static final int QUERIES = 30;
    private static final int HOLDINGS = 5;
    private static final long BETWEEN_NANOS = 10_000_000;
    private static final int FEWEST_SHARES = 10;
    private static final int MOST_SHARES = 100;
    private static final int[] SOLD_PERCENT = {10, 20, 30, 40, 50, 100};

    private final TraderDeck traders;
    private final RandomGenerator random;
    private int order;

    /** The mix, for these traders. */
    public StockOnlineMix(TraderDeck traders, RandomGenerator random) {
        this.traders = traders;
        this.random = random;
    }

    @Override
    public void plan(long at, Consumer<PlannedOp> plan) {
        if (order++ % ORDERS == 0) {
            group(at, plan);
        }
    }

    @Override
    public long leadNanos() {
        return 0;
    }

    private void group(long start, Consumer<PlannedOp> plan) {
        Trader trader = traders.next();
        long at = start;
        plan.accept(PlannedOp.open(at));
        PlannedOp[] bought = new PlannedOp[ORDERS / 2];
        Stock[] stocks = new Stock[ORDERS / 2];
        for (Step step : steps()) {
            at += BETWEEN_NANOS;
            switch (step.kind()) {
                case BUY -> {
                    Stock stock = trader.chooseStock(random);
                    long shares = random.nextInt(FEWEST_SHARES, MOST_SHARES + 1);
                    stocks[step.pair()] = stock;
                    bought[step.pair()] =
                            PlannedOp.order(
                                    at, trader, () -> OrderForm.market(stock, true, shares), null);
                    plan.accept(bought[step.pair()]);
                }
                case SELL -> plan.accept(sale(at, trader, stocks, bought, step.pair()));
                case QUERY -> plan.accept(PlannedOp.of(Operation.QUOTE, at, trader, stock(trader)));
                case HOLDINGS -> plan.accept(PlannedOp.of(Operation.POSITIONS, at, trader, null));
            }
        }
        plan.accept(PlannedOp.deposit(at + BETWEEN_NANOS, trader, () -> cost(stocks, bought)));
        PlannedOp.sweep(at + BETWEEN_NANOS, trader, plan);
    }

    private PlannedOp sale(long at, Trader trader, Stock[] stocks, PlannedOp[] bought, int pair) {
        PlannedOp purchase = bought[pair];
        Stock stock = stocks[pair];
        int percent = SOLD_PERCENT[random.nextInt(SOLD_PERCENT.length)];
        return PlannedOp.order(at, trader, () -> sell(stock, purchase, percent), purchase);
    }

    /** Nothing is sold of a purchase that did not come about. */
    private static @Nullable OrderForm sell(Stock stock, PlannedOp purchase, int percent) {
        long shares = purchase.filled() * percent / 100;
        return purchase.filled() == 0 ? null : OrderForm.market(stock, false, Math.max(1, shares));
    }

    /** Whole dollars, at least one: what the purchases were at the last known prices. */
    private static long cost(Stock[] stocks, PlannedOp[] bought) {
        long cost = 0;
        for (int i = 0; i < bought.length; i++) {
            cost += bought[i].filled() * stocks[i].price();
        }
        return (cost / Money.UNIT + 1) * Money.UNIT;
    }

    private Stock stock(Trader trader) {
        return trader.watched().get(random.nextInt(trader.watched().size()));
    }

    /** The operations between the first and the last, in random order, sales after purchases. */
    private List<Step> steps() {
        List<Step> steps = new ArrayList<>(ORDERS + QUERIES + HOLDINGS);
        steps.addAll(Collections.nCopies(QUERIES, new Step(Kind.QUERY, 0)));
        steps.addAll(Collections.nCopies(HOLDINGS, new Step(Kind.HOLDINGS, 0)));
        for (int pair = 0; pair < ORDERS / 2; pair++) {
            steps.add(new Step(Kind.BUY, pair));
            steps.add(new Step(Kind.BUY, pair));
        }
        for (int i = steps.size() - 1; i > 0; i--) {
            Collections.swap(steps, i, random.nextInt(i + 1));
        }
        boolean[] bought = new boolean[ORDERS / 2];
        steps.replaceAll(
                step -> {
                    if (step.kind() != Kind.BUY || !bought[step.pair()]) {
                        bought[step.pair()] |= step.kind() == Kind.BUY;
                        return step;
                    }
                    return new Step(Kind.SELL, step.pair());
                });
        return steps;
    }

    private enum Kind {
        BUY,
        SELL,
        QUERY,
        HOLDINGS
    }

    /** One operation; a purchase and its sale have the same pair number. */
    private record Step(Kind kind, int pair) {}
}
