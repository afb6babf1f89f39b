package org.fogg.trader.bench.load;

/**
 * How long and how often a request is repeated whose outcome is unknown.
 *
 * @param nanos since its first sending
 * @param mostDoublings how often the pause, 100 ms at first, is doubled
 */
public record Patience(long nanos, int mostDoublings) {

    /** Half a minute, with pauses of up to 1.6 s. */
    public static final Patience USUAL = new Patience(30_000_000_000L, 4);

    /** A quarter of an hour, with pauses of up to 3.2 s: whoever asks wants to know in the end. */
    public static final Patience LONG = new Patience(900_000_000_000L, 5);
}
