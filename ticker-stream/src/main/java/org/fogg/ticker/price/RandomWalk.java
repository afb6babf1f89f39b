package org.fogg.ticker.price;

import java.util.SplittableRandom;

/**
 * The prices of one stock as a seeded random walk that keeps its direction most of the time and
 * changes it now and then. A step stands for about a minute of trading, so that a stock of ordinary
 * volatility visibly moves within seconds. Prices stay between a quarter and four times the anchor,
 * are multiples of the increment and never fall below one increment. The same seed gives the same
 * prices. Not thread-safe.
 */
public final class RandomWalk {

    private static final int TURNS_ONE_IN = 10;
    private static final int RANGE = 4;

    private static final long MILLION = 1_000_000;
    private static final long PPM_PER_BASIS_POINT = 100;
    // A step is uniform between 0 and the largest, whose root of three is the deviation of one
    // minute: a year has 252 days of 8.5 hours, 128,520 minutes, whose square root is 358.
    private static final long ROOT_OF_THREE_PERCENT = 173;
    private static final long ROOT_OF_MINUTES_PERCENT = 35_800;

    private final SplittableRandom random;
    private final long increment;
    private final long floor;
    private final long ceiling;
    private final long largestStepPpm;
    private long price;
    private boolean rising;

    /**
     * @param seed decides every step
     * @param anchor the price the walk starts at and stays near, in 1/10,000, at least an increment
     * @param increment the price's step size in 1/10,000, above 0
     * @param volatility yearly, in basis points, not negative
     */
    public RandomWalk(long seed, long anchor, long increment, int volatility) {
        if (increment <= 0 || anchor < increment || volatility < 0) {
            throw new IllegalArgumentException(
                    "A walk needs an increment above 0, an anchor of at least one increment and a"
                            + " volatility of at least 0, not "
                            + increment
                            + ", "
                            + anchor
                            + ", "
                            + volatility);
        }
        this.random = new SplittableRandom(seed);
        this.increment = increment;
        this.floor = Math.max(increment, anchor / RANGE);
        this.ceiling = Math.multiplyExact(anchor, (long) RANGE);
        this.largestStepPpm =
                Math.max(
                        1,
                        volatility
                                * PPM_PER_BASIS_POINT
                                * ROOT_OF_THREE_PERCENT
                                / ROOT_OF_MINUTES_PERCENT);
        this.price = anchor - anchor % increment;
        this.rising = random.nextBoolean();
    }

    /** The current price in 1/10,000. */
    public long price() {
        return price;
    }

    /** Goes on from another price, in 1/10,000, above 0. */
    public void moveTo(long newPrice) {
        price = Math.max(increment, newPrice - newPrice % increment);
    }

    /** Takes one step and returns the new price in 1/10,000. */
    public long next() {
        if (random.nextInt(TURNS_ONE_IN) == 0) {
            rising = !rising;
        }
        if (price >= ceiling) {
            rising = false;
        } else if (price <= floor) {
            rising = true;
        }
        long step = step();
        price = rising ? price + step : Math.max(increment, price - step);
        return price;
    }

    private long step() {
        long ppm = 1 + random.nextLong(largestStepPpm);
        long exact = price / MILLION * ppm + price % MILLION * ppm / MILLION;
        long increments = (exact + increment / 2) / increment;
        return Math.max(1, increments) * increment;
    }
}
