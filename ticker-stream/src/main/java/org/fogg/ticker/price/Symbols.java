package org.fogg.ticker.price;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The alphabet of stock symbols: 1 to 24 of A–Z, 0–9, full stop and hyphen. */
public final class Symbols {

    private static final int MAX_LENGTH = 24;
    private static final Pattern VALID = Pattern.compile("[A-Z0-9.-]{1," + MAX_LENGTH + "}");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Z0-9.]+");
    private static final Pattern EDGES = Pattern.compile("^[.-]+|[.-]+$");

    private Symbols() {}

    /** Whether it can be a symbol as it stands. */
    public static boolean isValid(String symbol) {
        return VALID.matcher(symbol).matches();
    }

    /**
     * Makes a symbol of a name: upper case, hyphens for runs of other characters, cut to length.
     *
     * @return empty when the name has no letter or digit
     */
    static Optional<String> from(String name) {
        String hyphened = FOREIGN.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("-");
        String trimmed = EDGES.matcher(hyphened).replaceAll("");
        String cut = trimmed.substring(0, Math.min(MAX_LENGTH, trimmed.length()));
        String symbol = EDGES.matcher(cut).replaceAll("");
        return symbol.isEmpty() ? Optional.empty() : Optional.of(symbol);
    }
}
