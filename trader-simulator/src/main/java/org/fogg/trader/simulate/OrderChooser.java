package org.fogg.trader.simulate;

import java.util.List;
import java.util.SplittableRandom;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * Chooses orders so that a third each are market, limit and stop orders, each only where it suits
 * the trader, the stock and the market, by the same rules as the load generator's mix.
 *
 * <p>A stock that rises suits a market order that buys, a stop order that joins the rise, and a
 * limit order that sells above; one that falls suits a limit order that buys below, and, where it
 * is held, a market or a stop order that sells. The distance from the price is what the stock
 * typically moves in half a tick to eight ticks: far enough to rest, near enough to be reached.
 */
final class OrderChooser {

    private static final long UNIT = 10_000;
    private static final long SMALLEST_ORDER = 10_000 * UNIT;
    private static final long LARGEST_ORDER = 30_000 * UNIT;
    private static final double FEWEST_TICKS = 0.5;
    private static final double MOST_OVER_FEWEST = 16;
    private static final double FARTHEST = 0.2;
    private static final OrderType[] TYPES = {OrderType.MARKET, OrderType.LIMIT, OrderType.STOP};

    private final SplittableRandom random;
    private final long[] chosen = new long[TYPES.length];

    OrderChooser(SplittableRandom random) {
        this.random = random;
    }

    /**
     * An order of the type that is farthest behind its share and suits one of these stocks.
     *
     * @param freeCash in 1/10,000
     * @return null when none suits
     */
    @Nullable Choice choose(SimulatedTrader trader, List<Sight> sights, long freeCash) {
        int turn = random.nextInt(TYPES.length);
        boolean[] tried = new boolean[TYPES.length];
        for (int attempt = 0; attempt < TYPES.length; attempt++) {
            int type = mostWanted(turn, tried);
            tried[type] = true;
            for (Sight sight : sights) {
                Choice choice = suiting(TYPES[type], trader, sight, freeCash);
                if (choice != null) {
                    chosen[type]++;
                    return choice;
                }
            }
        }
        return null;
    }

    private int mostWanted(int turn, boolean[] tried) {
        int best = -1;
        for (int i = 0; i < TYPES.length; i++) {
            int type = (turn + i) % TYPES.length;
            if (!tried[type] && (best < 0 || chosen[type] < chosen[best])) {
                best = type;
            }
        }
        return best;
    }

    private @Nullable Choice suiting(
            OrderType type, SimulatedTrader trader, Sight sight, long freeCash) {
        if (!sight.isRising() && !sight.isFalling()) {
            return null;
        }
        boolean buy = type == OrderType.LIMIT ? sight.isFalling() : sight.isRising();
        long quantity = buy ? affordable(sight, freeCash) : sellable(trader, sight);
        if (quantity == 0) {
            return null;
        }
        Side side = buy ? Side.BUY : Side.SELL;
        if (type == OrderType.MARKET) {
            return new Choice(sight.stock(), type, side, quantity, 0, 0);
        }
        double ticks = FEWEST_TICKS * Math.pow(MOST_OVER_FEWEST, random.nextDouble());
        long price = sight.priceAway(ticks, FARTHEST, sight.isRising());
        return type == OrderType.LIMIT
                ? new Choice(sight.stock(), type, side, quantity, price, 0)
                : new Choice(sight.stock(), type, side, quantity, 0, price);
    }

    /** A market or stop order may cost half as much again at worst, and that is held back. */
    private long affordable(Sight sight, long freeCash) {
        long value = random.nextLong(SMALLEST_ORDER, LARGEST_ORDER);
        return value * 2 > freeCash ? 0 : Math.max(1, value / sight.figures().last());
    }

    private long sellable(SimulatedTrader trader, Sight sight) {
        long free = sight.held() - trader.offered(sight.stock());
        long value = random.nextLong(SMALLEST_ORDER, LARGEST_ORDER);
        return Math.max(0, Math.min(free, Math.max(1, value / sight.figures().last())));
    }
}
