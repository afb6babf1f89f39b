package org.fogg.ticker.statistics;

/** Simple and exponential moving average of prices, in exact whole-number arithmetic. */
final class MovingAverages {

    private static final int FRACTION_BITS = 16;
    private static final long HALF = 1L << (FRACTION_BITS - 1);

    private final long[] window;
    private final int exponentialTicks;
    private int seen;
    private int next;
    private long sum;
    private long exponential;

    MovingAverages(int simpleTicks, int exponentialTicks) {
        this.window = new long[simpleTicks];
        this.exponentialTicks = exponentialTicks;
    }

    void add(long price) {
        sum = Math.addExact(sum, price - window[next]);
        window[next] = price;
        next = next + 1 == window.length ? 0 : next + 1;
        long scaled = Math.multiplyExact(price, 1L << FRACTION_BITS);
        exponential =
                seen == 0
                        ? scaled
                        : exponential + (scaled - exponential) * 2 / (exponentialTicks + 1);
        seen = Math.min(seen + 1, window.length);
    }

    long simple() {
        return seen == 0 ? 0 : (sum + seen / 2) / seen;
    }

    long exponential() {
        return (exponential + HALF) >> FRACTION_BITS;
    }
}
