package org.fogg.trader.bench.mix;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a trader can do, as counted and timed. */
public enum Operation {
    MARKET,
    LIMIT,
    STOP,
    CANCEL,
    REPLACE,
    POSITIONS,
    STATISTICS,
    QUOTE,
    BARS,
    ACCOUNT,
    ORDERS,
    ACTIVITIES,
    CLOCK,
    DEPOSIT,
    OPEN,
    SWEEP;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Its name in results and mix files. */
    public String key() {
        return key;
    }

    /** Whether it places an order: the rate counts these. */
    public boolean isOrder() {
        return this == MARKET || this == LIMIT || this == STOP;
    }

    /** Whether it may go to another georegion: it then counts by itself. */
    public boolean mayCross() {
        return isOrder() || this == CANCEL || this == REPLACE;
    }

    /** Whether it only looks: doing it or not changes nothing. */
    public boolean isRead() {
        return switch (this) {
            case POSITIONS, STATISTICS, QUOTE, BARS, ACCOUNT, ORDERS, ACTIVITIES, CLOCK -> true;
            default -> false;
        };
    }

    /** Whether it is about one stock. */
    public boolean isAboutStock() {
        return this == STATISTICS || this == QUOTE || this == BARS;
    }

    /** The operation of a name, or null. */
    static @Nullable Operation of(String key) {
        for (Operation operation : values()) {
            if (operation.key.equals(key)) {
                return operation;
            }
        }
        return null;
    }
}
