package org.fogg.trader.bench.client;

import java.math.BigDecimal;

/** Amounts and prices between 1/10,000 of a currency unit and decimal text. */
public final class Money {

    /** Parts of a currency unit. */
    public static final long UNIT = 10_000;

    private static final int DECIMALS = 4;

    private Money() {}

    /** An amount as decimal text without needless zeros, e.g. {@code 101.25}. */
    public static String text(long amount) {
        return BigDecimal.valueOf(amount, DECIMALS).stripTrailingZeros().toPlainString();
    }

    /**
     * Decimal text as an amount; what is finer than 1/10,000 is cut off.
     *
     * @throws ArithmeticException when it is too large
     * @throws NumberFormatException when it is no number
     */
    public static long parse(String text) {
        return new BigDecimal(text)
                .movePointRight(DECIMALS)
                .setScale(0, java.math.RoundingMode.DOWN)
                .longValueExact();
    }
}
