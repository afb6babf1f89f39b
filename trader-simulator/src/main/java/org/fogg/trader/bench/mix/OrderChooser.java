package org.fogg.trader.bench.mix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.fogg.trader.bench.client.Money;
import org.jspecify.annotations.Nullable;

/**
 * Chooses orders so that their types come in wanted proportions, each only where it suits the
 * trader, the stock and the market. Not thread-safe.
 *
 * <p>A stock that falls suits a limit order that buys below its price and a stop order that limits
 * the loss of what is held; one that rises suits a limit order that sells above its price and a
 * stop order that joins the rise. The distance from the price is what the stock moves, as far as
 * seen, in half a second to eight seconds: far enough to rest, near enough to be reached.
 */
final class OrderChooser {

    private static final double SHORTEST_SECONDS = 0.5;
    private static final double LONGEST_OVER_SHORTEST = 16;
    private static final double FARTHEST = 0.05;
    private static final long SMALLEST_ORDER = 250 * Money.UNIT;
    private static final long LARGEST_ORDER = 1_000 * Money.UNIT;
    private static final int MOST_INVESTED_PERCENT = 70;

    private final Map<Operation, Integer> weights;
    private final RandomGenerator random;
    private final Map<Operation, Long> chosen = new EnumMap<>(Operation.class);

    /**
     * A chooser.
     *
     * @param weights of the order types, at least one above 0
     */
    OrderChooser(Map<Operation, Integer> weights, RandomGenerator random) {
        this.weights = new EnumMap<>(Operation.class);
        weights.forEach(
                (type, weight) -> {
                    if (type.isOrder() && weight > 0) {
                        this.weights.put(type, weight);
                        chosen.put(type, 0L);
                    }
                });
        this.random = random;
    }

    /** An order of this trader, on this stock where one suits it, or null when none suits. */
    @Nullable OrderForm choose(Trader trader, Stock stock) {
        List<Operation> types = mostWanted();
        OrderForm form = null;
        if (trader.isAbroad(stock)) {
            form = first(types, trader, List.of(stock));
        }
        if (form == null) {
            form = first(types, trader, fromHere(trader, stock));
        }
        if (form != null) {
            chosen.merge(form.type(), 1L, Long::sum);
        }
        return form;
    }

    /** The stocks at home, this one first if it is one of them. */
    private static List<Stock> fromHere(Trader trader, Stock stock) {
        List<Stock> stocks = new ArrayList<>(trader.watched());
        stocks.remove(stock);
        if (!trader.isAbroad(stock)) {
            stocks.add(0, stock);
        }
        return stocks;
    }

    private @Nullable OrderForm first(List<Operation> types, Trader trader, List<Stock> stocks) {
        for (Operation type : types) {
            for (Stock stock : stocks) {
                OrderForm form = suiting(type, trader, stock);
                if (form != null) {
                    return form;
                }
            }
        }
        return null;
    }

    /** The types, the one farthest behind its share first. */
    private List<Operation> mostWanted() {
        List<Operation> types = new ArrayList<>(weights.keySet());
        int turn = random.nextInt(types.size());
        for (int i = 0; i < turn; i++) {
            types.add(types.remove(0));
        }
        types.sort(Comparator.comparingDouble(t -> (double) count(t) / weight(t)));
        return types;
    }

    private long count(Operation type) {
        return chosen.getOrDefault(type, 0L);
    }

    private int weight(Operation type) {
        return weights.getOrDefault(type, 1);
    }

    private @Nullable OrderForm suiting(Operation type, Trader trader, Stock stock) {
        if (stock.price() <= 0) {
            return null;
        }
        boolean rising = stock.trend() > 0 || (stock.trend() == 0 && random.nextBoolean());
        return switch (type) {
            case MARKET -> market(trader, stock, rising);
            case LIMIT -> resting(type, trader, stock, !rising, rising);
            case STOP -> resting(type, trader, stock, rising, rising);
            default -> null;
        };
    }

    private @Nullable OrderForm market(Trader trader, Stock stock, boolean rising) {
        long quantity = quantity(trader, stock, rising);
        boolean buy = quantity > 0 ? rising : !rising;
        if (quantity == 0) {
            quantity = quantity(trader, stock, buy);
        }
        return quantity == 0 ? null : OrderForm.market(stock, buy, quantity);
    }

    private @Nullable OrderForm resting(
            Operation type, Trader trader, Stock stock, boolean buy, boolean above) {
        long quantity = quantity(trader, stock, buy);
        if (quantity == 0) {
            return null;
        }
        double seconds = SHORTEST_SECONDS * Math.pow(LONGEST_OVER_SHORTEST, random.nextDouble());
        double distance = Math.min(stock.typicalMove(seconds), stock.price() * FARTHEST);
        long price = stock.priceAway(distance, above);
        return type == Operation.LIMIT
                ? new OrderForm(type, stock, buy, quantity, price, 0)
                : new OrderForm(type, stock, buy, quantity, 0, price);
    }

    /** How many shares to trade; 0 when the trader cannot or should not. */
    private long quantity(Trader trader, Stock stock, boolean buy) {
        long value = random.nextLong(SMALLEST_ORDER, LARGEST_ORDER);
        long wanted = Math.max(1, value / stock.price());
        if (!buy) {
            return Math.max(0, Math.min(wanted, trader.available(stock)));
        }
        long spendable = trader.spendable();
        long invested = trader.invested();
        boolean overInvested = invested > (spendable + invested) / 100 * MOST_INVESTED_PERCENT;
        // A market or stop order reserves more than its price: what it may cost at worst.
        long cost = wanted * stock.price() / 10 * 11;
        return overInvested || cost > spendable ? 0 : wanted;
    }
}
