package org.fogg.trader.bench.load;

/**
 * How long and how often a request is repeated whose outcome is unknown.
 *
 * @param nanos since its first sending
 * @param mostDoublings how often the pause, 100 ms at first, is doubled
 * @param repeatsAtOnce how many repeated requests may be under way at once; the others wait in line
 */
public record Patience(long nanos, int mostDoublings, int repeatsAtOnce) {

    /** Half a minute, with pauses of up to 1.6 s. */
    public static final Patience USUAL = new Patience(30_000_000_000L, 4, Integer.MAX_VALUE);

    /**
     * A quarter of an hour, with pauses of up to 3.2 s: whoever asks wants to know in the end. In
     * line, since thousands may ask, and what they ask must not keep it from getting up again.
     */
    public static final Patience LONG = new Patience(900_000_000_000L, 5, 64);
}
