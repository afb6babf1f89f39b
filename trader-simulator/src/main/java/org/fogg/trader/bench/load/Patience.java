package org.fogg.trader.bench.load;

/**
 * How many requests traders have under way, and how long and how often one is repeated whose
 * outcome is unknown.
 *
 * @param nanos since its first sending
 * @param mostDoublings how often the pause, 100 ms at first, is doubled
 * @param repeatsAtOnce how many repeated requests may be under way at once; the others wait in line
 * @param mostUnderWay so many requests may be without an answer, those that wait to be repeated
 *     included; what comes on top fails unsent
 */
public record Patience(long nanos, int mostDoublings, int repeatsAtOnce, int mostUnderWay) {

    /** Half a minute, with pauses of up to 1.6 s. The limit is only there so that memory lasts. */
    public static final Patience USUAL =
            new Patience(30_000_000_000L, 4, Integer.MAX_VALUE, 10_000);

    /**
     * A quarter of an hour, with pauses of up to 3.2 s: whoever asks wants to know in the end. In
     * line, and not too many, since what they ask must not keep it from getting up again.
     */
    public static final Patience LONG = new Patience(900_000_000_000L, 5, 64, 500);
}
