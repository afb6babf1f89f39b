package org.fogg.ticker.price;

/** Estimates a stock's yearly volatility from the last prices of its moments. */
final class VolatilityEstimate {

    private static final int UNKNOWN = 2_000;
    private static final int MOST = 100_000;
    private static final int FEWEST_RETURNS = 2;
    private static final double BASIS_POINTS = 10_000;
    private static final double NANOS_PER_YEAR = 365.25 * 24 * 3600 * 1e9;

    private long firstTime;
    private long time;
    private long price;
    private long momentPrice;
    private int returns;
    private double sum;
    private double sumOfSquares;

    void add(long nextTime, long nextPrice) {
        if (price == 0) {
            firstTime = nextTime;
        } else if (nextTime != time) {
            endMoment();
        }
        time = nextTime;
        price = nextPrice;
    }

    private void endMoment() {
        if (momentPrice != 0) {
            double change = Math.log((double) price / momentPrice);
            sum += change;
            sumOfSquares += change * change;
            returns++;
        }
        momentPrice = price;
    }

    int yearlyBasisPoints() {
        endMoment();
        if (returns < FEWEST_RETURNS) {
            return UNKNOWN;
        }
        double mean = sum / returns;
        double variance = Math.max(0, sumOfSquares / returns - mean * mean);
        double perYear = returns / ((time - firstTime) / NANOS_PER_YEAR);
        long yearly = Math.round(Math.sqrt(variance * perYear) * BASIS_POINTS);
        return (int) Math.max(1, Math.min(MOST, yearly));
    }
}
