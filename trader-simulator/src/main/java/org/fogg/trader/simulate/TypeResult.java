package org.fogg.trader.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What became of the orders of one kind. Money in 1/10,000.
 *
 * @param orders how many were placed
 * @param refused how many of them were refused when they arrived
 * @param trades how many traded
 * @param atOnce how many of the trades were of limit or stop orders whose condition was met already
 *     when they came into force
 * @param value sum of price times quantity
 * @param loss sum of what the price moved against the trader, times quantity; below 0 is a gain
 * @param curve the latency that 0, 1, … 100 percent of the trades stay within, in milliseconds
 */
public record TypeResult(
        long orders,
        long refused,
        long trades,
        long atOnce,
        long value,
        long loss,
        Latency latency,
        List<Double> curve) {

    private static final BigDecimal REFERENCE_ORDER = BigDecimal.valueOf(20_000);
    private static final int DIGITS = 12;
    private static final double PERCENT = 100;

    /** Milliseconds from decision to trade. */
    public record Latency(double mean, double max, double p50, double p99) {}

    /** Takes a copy. */
    public TypeResult {
        curve = List.copyOf(curve);
    }

    /** Loss in percent of value; 0 without trades. */
    public double lossPercent() {
        return value == 0 ? 0 : PERCENT * loss / value;
    }

    /** Loss of an order of 20,000 dollars, in dollars and cents. */
    public String lossPer20000() {
        BigDecimal share =
                value == 0
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(loss)
                                .divide(BigDecimal.valueOf(value), DIGITS, RoundingMode.HALF_EVEN);
        return share.multiply(REFERENCE_ORDER).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
