package org.fogg.core;

/** Where generated tests begin: always the same under CI, else somewhere new, printed. */
public final class Seeds {

    private static final long FIXED = 20_261_121L;

    private Seeds() {}

    /** So many runs, or as many percent of them as {@code -Dfogg.effort=N} says; at least one. */
    public static int runs(int usual) {
        return Math.max(1, usual * Integer.getInteger("fogg.effort", 100) / 100);
    }

    /** The seed of this run; {@code -Dfogg.seed=N} repeats an earlier one. */
    public static long seed(String test) {
        String wanted = System.getProperty("fogg.seed");
        if (wanted != null) {
            return Long.parseLong(wanted);
        }
        if (System.getenv("CI") != null) {
            return FIXED;
        }
        long seed = System.nanoTime();
        System.out.println(test + ": repeat with -Dfogg.seed=" + seed);
        return seed;
    }
}
