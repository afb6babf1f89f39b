package org.fogg.analytics.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How indices are named: kind and day of the event, in UTC. */
public final class IndexNames {

    /** Executions. */
    public static final String TRADES = "trades";

    /** The other steps in an order's life. */
    public static final String ORDERS = "orders";

    /** A sample of the prices. */
    public static final String TICKERS = "tickers";

    /** Documents and messages that were kept aside, with the reason. */
    public static final String REFUSED = "refused";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd");
    private static final String PREFIX = "fogg-";

    private IndexNames() {}

    /** The index of that kind for that time. */
    public static String of(String kind, Instant at) {
        return PREFIX + kind + '-' + LocalDate.ofInstant(at, ZoneOffset.UTC).format(DAY);
    }

    /** All indices of that kind. */
    public static String all(String kind) {
        return PREFIX + kind + "-*";
    }

    /** The day of an index of that kind; null for a name that is not ours. */
    static @Nullable LocalDate day(String kind, String index) {
        String start = PREFIX + kind + '-';
        if (!index.startsWith(start)) {
            return null;
        }
        try {
            return LocalDate.parse(index.substring(start.length()), DAY);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
