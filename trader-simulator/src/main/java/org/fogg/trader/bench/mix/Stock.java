package org.fogg.trader.bench.mix;

/**
 * One stock as the simulated traders know it: what their latest looks said. Prices in 1/10,000,
 * times in {@link System#nanoTime} terms. Not thread-safe.
 */
public final class Stock {

    private static final double NANOS = 1e9;
    private static final double WEIGHT_OF_LATEST = 0.1;
    private static final double FIRST_GUESS = 0.0005;
    private static final long SHORTEST_NANOS = 10_000_000;

    private final String symbol;
    private final String georegion;
    private final long increment;
    private final long exchangeNanos;
    private long price;
    private long seenAt;
    private int trend;
    private double variance;

    /**
     * A stock.
     *
     * @param georegion of the exchange that lists it
     * @param increment prices are multiples of it
     * @param price its last known price
     * @param seenAt when that was known
     */
    public Stock(String symbol, String georegion, long increment, long price, long seenAt) {
        this(symbol, georegion, increment, price, seenAt, 0);
    }

    /**
     * The same where its exchange is at a distance.
     *
     * @param exchangeNanos round trip between its exchange and the brokers of its georegion
     */
    public Stock(
            String symbol,
            String georegion,
            long increment,
            long price,
            long seenAt,
            long exchangeNanos) {
        this.symbol = symbol;
        this.georegion = georegion;
        this.increment = increment;
        this.exchangeNanos = exchangeNanos;
        this.price = price;
        this.seenAt = seenAt;
        double guess = price * FIRST_GUESS;
        this.variance = guess * guess;
    }

    /** Takes a newer price and the direction it has been going in: above, below or exactly 0. */
    public void observe(long newPrice, int newTrend, long at) {
        long elapsed = at - seenAt;
        if (elapsed < 0 || newPrice <= 0) {
            return;
        }
        if (elapsed >= SHORTEST_NANOS) {
            double change = newPrice - price;
            double perSecond = change * change / (elapsed / NANOS);
            variance += WEIGHT_OF_LATEST * (perSecond - variance);
        }
        price = newPrice;
        trend = newTrend;
        seenAt = at;
    }

    /** Takes a newer price, whose direction follows from the one before. */
    public void observe(long newPrice, long at) {
        observe(newPrice, newPrice == price ? trend : Long.signum(newPrice - price), at);
    }

    /**
     * How far the price typically goes within a time, in 1/10,000: a statistical guess from the
     * prices seen, not an amount of money.
     */
    double typicalMove(double seconds) {
        return Math.sqrt(variance * seconds);
    }

    /** Its symbol. */
    public String symbol() {
        return symbol;
    }

    /** The georegion of its exchange. */
    public String georegion() {
        return georegion;
    }

    /** Round trip in nanoseconds between its exchange and the brokers that trade it. */
    public long exchangeNanos() {
        return exchangeNanos;
    }

    /** What prices are multiples of. */
    public long increment() {
        return increment;
    }

    /** The last known price. */
    public long price() {
        return price;
    }

    int trend() {
        return trend;
    }

    /** A price moved by a distance, on the increment, at least one increment away. */
    long priceAway(double distance, boolean up) {
        long steps = Math.max(1, Math.round(distance / increment));
        long base = Math.floorDiv(price, increment);
        boolean between = base * increment != price;
        long step = up ? base + steps + (between ? 1 : 0) : base - steps;
        return Math.max(1, step) * increment;
    }
}
