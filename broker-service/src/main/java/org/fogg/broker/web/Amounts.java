package org.fogg.broker.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.fogg.core.trigger.TriggerBook;

/**
 * Text forms of money, prices and quantities. Money and prices are {@code long} in 1/10,000 of a
 * currency unit; what does not fit exactly is refused, never rounded.
 */
public final class Amounts {

    /** Decimals of money and prices. */
    public static final int DECIMALS = 4;

    private static final int SHORTEST_DECIMALS = 2;
    private static final long UNIT = 10_000;
    private static final int LONGEST_TEXT = 64;
    private static final Pattern DECIMAL =
            Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
    private static final BigDecimal MOST_PRICE =
            BigDecimal.valueOf(TriggerBook.MAX_PRICE, DECIMALS);
    private static final BigDecimal LARGEST = new BigDecimal(Long.MAX_VALUE);

    private Amounts() {}

    /**
     * Reads an amount of money above 0.
     *
     * @param field what to name in an error
     * @throws ApiException when it is not above 0, has more than 4 decimals or is too large
     */
    public static long money(String field, String text) {
        BigDecimal value = moneyValue(field, text);
        if (value.signum() <= 0) {
            throw ApiException.invalid(field, "must be above 0, was " + text);
        }
        return units(field, value, DECIMALS);
    }

    /**
     * Reads an amount of money of 0 or more.
     *
     * @throws ApiException when it is below 0, has more than 4 decimals or is too large
     */
    public static long moneyOrNone(String field, String text) {
        BigDecimal value = moneyValue(field, text);
        if (value.signum() < 0) {
            throw ApiException.invalid(field, "must be 0 or more, was " + text);
        }
        return units(field, value, DECIMALS);
    }

    /**
     * Reads a quantity of whole shares above 0.
     *
     * @throws ApiException when it is not a whole number above 0 or too large
     */
    public static long quantity(String field, String text) {
        BigDecimal value = decimal(field, text);
        if (value.signum() <= 0) {
            throw ApiException.invalid(field, "must be above 0, was " + text);
        }
        if (decimals(value) > 0) {
            throw ApiException.invalid(
                    field,
                    "must be a whole number, fractional shares are not supported, was " + text);
        }
        return units(field, value, 0);
    }

    /**
     * Reads a price above 0 that is a multiple of an increment.
     *
     * @param increment in 1/10,000, above 0
     * @throws ApiException when it is not above 0, too large or off the increment
     */
    public static long price(String field, String text, long increment) {
        BigDecimal value = decimal(field, text);
        if (value.signum() <= 0) {
            throw ApiException.invalid(field, "must be above 0, was " + text);
        }
        if (decimals(value) > DECIMALS || units(field, value, DECIMALS) % increment != 0) {
            throw ApiException.of(
                    ErrorCode.UNPROCESSABLE,
                    "invalid "
                            + field
                            + " "
                            + text
                            + ". sub-penny increment does not fulfill minimum pricing criteria: "
                            + field
                            + " must be a multiple of "
                            + format(increment));
        }
        if (value.compareTo(MOST_PRICE) > 0) {
            throw ApiException.invalid(field, "must be at most " + MOST_PRICE.toPlainString());
        }
        return units(field, value, DECIMALS);
    }

    /**
     * Reads a percentage above 0 and at most 100.
     *
     * @throws ApiException when it is not one
     */
    public static BigDecimal percentage(String field, String text) {
        BigDecimal value = decimal(field, text);
        if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw ApiException.invalid(field, "must be above 0 and at most 100, was " + text);
        }
        if (decimals(value) > 9) {
            throw ApiException.invalid(field, "must have at most 9 decimals, was " + text);
        }
        return value;
    }

    /** Money or a price as text, with 2 to 4 decimals. */
    public static String format(long amount) {
        long fraction = Math.abs(amount % UNIT);
        StringBuilder text = new StringBuilder(24);
        if (amount < 0) {
            text.append('-');
        }
        text.append(Math.abs(amount / UNIT)).append('.');
        text.append((char) ('0' + fraction / 1000)).append((char) ('0' + fraction / 100 % 10));
        if (fraction % 100 != 0) {
            text.append((char) ('0' + fraction / 10 % 10));
            if (fraction % 10 != 0) {
                text.append((char) ('0' + fraction % 10));
            }
        }
        return text.toString();
    }

    /** An exact sum of money as text, also where it is beyond a {@code long}. */
    public static String format(BigInteger amount) {
        return fixed(new BigDecimal(amount, DECIMALS));
    }

    /** The average price of a value over a quantity, half up at the fourth decimal, as text. */
    public static String average(long value, long quantity) {
        return fixed(
                BigDecimal.valueOf(value, DECIMALS)
                        .divide(BigDecimal.valueOf(quantity), DECIMALS, RoundingMode.HALF_UP));
    }

    /** The quotient of two amounts, half up at the sixth decimal, as text; 0 where base is 0. */
    public static String ratio(BigInteger part, BigInteger base) {
        if (base.signum() == 0) {
            return "0";
        }
        BigDecimal ratio =
                new BigDecimal(part).divide(new BigDecimal(base), 6, RoundingMode.HALF_UP);
        return ratio.signum() == 0 ? "0" : ratio.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal moneyValue(String field, String text) {
        BigDecimal value = decimal(field, text);
        if (decimals(value) > DECIMALS) {
            throw ApiException.invalid(
                    field, "must have at most " + DECIMALS + " decimals, was " + text);
        }
        return value;
    }

    private static BigDecimal decimal(String field, String text) {
        if (text.length() > LONGEST_TEXT || !DECIMAL.matcher(text).matches()) {
            throw ApiException.invalid(
                    field, "must be a decimal number of at most " + LONGEST_TEXT + " characters");
        }
        return new BigDecimal(text);
    }

    private static int decimals(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    private static long units(String field, BigDecimal value, int decimals) {
        BigDecimal units = value.movePointRight(decimals);
        if (units.compareTo(LARGEST) > 0) {
            throw ApiException.invalid(
                    field, "must be at most " + LARGEST.movePointLeft(decimals).toPlainString());
        }
        return units.longValueExact();
    }

    private static String fixed(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < SHORTEST_DECIMALS
                        ? stripped.setScale(SHORTEST_DECIMALS)
                        : stripped)
                .toPlainString();
    }
}
