package org.fogg.launcher.chaos;

import java.util.Set;

/**
 * What to do to a world.
 *
 * @param kills how many faults, 0 to 100,000
 * @param atOnce how many of them at the same time, each in another part, 1 to 5
 * @param seconds of load, at least; 1 to 86,400
 * @param targets what may be hit, not empty
 * @param seed the same gives the same faults and the same load
 */
public record ChaosSettings(int kills, int atOnce, int seconds, Set<Target> targets, long seed) {

    private static final int MOST_KILLS = 100_000;
    private static final int MOST_AT_ONCE = 5;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the option and its rule
     */
    public ChaosSettings {
        targets = Set.copyOf(targets);
        if (kills < 0 || kills > MOST_KILLS) {
            throw new IllegalArgumentException(
                    "--kills must be from 0 to " + MOST_KILLS + ", not " + kills);
        }
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "--at-once must be from 1 to " + MOST_AT_ONCE + ", not " + atOnce);
        }
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("--targets must name at least one");
        }
    }
}
