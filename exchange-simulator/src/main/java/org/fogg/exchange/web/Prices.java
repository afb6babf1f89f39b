package org.fogg.exchange.web;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Prices as decimal text. */
final class Prices {

    private static final int DIGITS = 4;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,4}0*)?");
    private static final int MAX_LENGTH = 32;

    private Prices() {}

    /** For example 101.5 for 1,015,000; at least two decimals. */
    static String format(long price) {
        BigDecimal plain = BigDecimal.valueOf(price, DIGITS).stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale())).toPlainString();
    }

    /** A price in 1/10,000. */
    static long parse(@Nullable String text, long increment) {
        if (text == null || text.length() > MAX_LENGTH || !DECIMAL.matcher(text).matches()) {
            throw refusal("must be a decimal number as text, such as \"101.50\"");
        }
        long price = new BigDecimal(text).movePointRight(DIGITS).longValueExact();
        if (price == 0 || price % increment != 0) {
            throw refusal("must be above 0 and a multiple of " + format(increment));
        }
        return price;
    }

    private static RequestException refusal(String rule) {
        return new RequestException(HttpStatus.UNPROCESSABLE_CONTENT, "price", "price " + rule);
    }
}
