package org.fogg.trader.simulate;

import java.util.List;
import org.fogg.world.Atlas;

/**
 * What to simulate.
 *
 * @param georegions names of the georegions, not empty
 * @param traders how many, spread evenly over the georegions, above 0
 * @param stocks how many, spread evenly over the exchanges, above 0
 * @param rounds of one second each, above 0
 * @param volatility how many times as volatile as listed the stocks are, above 0
 * @param seed decides everything that is random
 */
public record SimulationSettings(
        List<String> georegions,
        int traders,
        int stocks,
        long rounds,
        Placement placement,
        Trips trips,
        int volatility,
        long seed) {

    /** A day. */
    public static final long ROUNDS = 86_400;

    /** So many times the listed volatility gives losses like the prototype's. */
    public static final int VOLATILITY = 35;

    private static final int TRADERS = 1_000;
    private static final int STOCKS = 400;
    private static final int MOST_TRADERS = 100_000;
    private static final int MOST_STOCKS = 10_000;
    private static final long MOST_ROUNDS = 366 * ROUNDS;
    private static final int MOST_VOLATILITY = 100;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the option and its range
     */
    public SimulationSettings {
        georegions = List.copyOf(georegions);
        requireWithin("--traders", traders, MOST_TRADERS);
        requireWithin("--stocks", stocks, MOST_STOCKS);
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("--hours must be at least a second, at most 8784");
        }
        requireWithin("--volatility", volatility, MOST_VOLATILITY);
    }

    /** A day of all georegions of a world, on the prototype's trips. */
    public static SimulationSettings defaults(Atlas atlas) {
        return new SimulationSettings(
                atlas.georegions().stream().map(each -> each.name()).toList(),
                TRADERS,
                STOCKS,
                ROUNDS,
                Placement.LOCAL,
                Trips.PROTOTYPE,
                VOLATILITY,
                1);
    }

    /** The same with other trips and another placement. */
    public SimulationSettings with(Trips otherTrips, Placement otherPlacement) {
        return new SimulationSettings(
                georegions, traders, stocks, rounds, otherPlacement, otherTrips, volatility, seed);
    }

    /** The same for so many rounds. */
    public SimulationSettings withRounds(long number) {
        return new SimulationSettings(
                georegions, traders, stocks, number, placement, trips, volatility, seed);
    }

    private static void requireWithin(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    option + " must be from 1 to " + most + ", not " + value);
        }
    }
}
