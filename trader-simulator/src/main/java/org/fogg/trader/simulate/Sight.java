package org.fogg.trader.simulate;

import org.fogg.ticker.statistics.Figures;

/**
 * What a trader sees of one stock, as old as the answer took to come.
 *
 * @param held shares held
 */
record Sight(SimulatedStock stock, Figures figures, long held) {

    boolean isRising() {
        return figures.trend() > 0;
    }

    boolean isFalling() {
        return figures.trend() < 0;
    }

    /** A price on the increment, a typical move of so many ticks away, at most the given part. */
    long priceAway(double ticks, double farthest, boolean above) {
        double typical = figures.volatilityBasisPoints() / 1e4 * Math.sqrt(ticks);
        double distance = Math.min(typical, farthest) * figures.last();
        long increment = stock.increment();
        long steps = Math.max(1, Math.round(distance / increment));
        long base = figures.last() / increment;
        return Math.max(1, above ? base + steps : base - steps) * increment;
    }
}
