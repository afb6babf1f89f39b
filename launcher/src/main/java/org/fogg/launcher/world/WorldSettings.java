package org.fogg.launcher.world;

import java.util.List;
import java.util.Set;

/**
 * What kind of world to start.
 *
 * @param georegions the georegions that run: one at least, each once, as the world file names them
 * @param brokers broker instances in each data centre, 1 to {@value #MAX_BROKERS}
 * @param prices {@value #WALK} or the absolute path of a CSV file
 * @param replaySeconds the time a price file is spread over, above 0
 * @param ticksPerSecond price changes a second over all stocks of the world; 0 for none but the
 *     first of each stock
 * @param seed of the random walk
 * @param wan {@value #WAN_OFF} or {@value #WAN_AWS}: whether messages take the time that the world
 *     file has for their way
 * @param dcs data centres of each georegion, 1 or 2
 * @param durability what a commit waits for
 */
public record WorldSettings(
        List<String> georegions,
        int brokers,
        String prices,
        int replaySeconds,
        int ticksPerSecond,
        long seed,
        String wan,
        int dcs,
        Durability durability) {

    /** What a commit waits for. */
    public enum Durability {
        /** The data centre that is home. */
        DATACENTER,
        /** Both data centres of the georegion. */
        GEOREGION
    }

    /** The georegion that runs where no other is named. */
    public static final String EUROPE = "europe";

    /** Prices by a seeded random walk. */
    public static final String WALK = "walk";

    /** No distances. */
    public static final String WAN_OFF = "off";

    /** The world file's distances, which are those between AWS regions. */
    public static final String WAN_AWS = "aws";

    /** More would need more memory than the world may take. */
    public static final int MAX_BROKERS = 2;

    /** A georegion has at most a pair. */
    public static final int MAX_DCS = 2;

    /** Shards of each georegion's trading accounts, fixed for a world's life. */
    public static final int SHARDS = 4;

    private static final int TICKS_PER_SECOND = 120;
    private static final int REPLAY_SECONDS = 60;

    public WorldSettings {
        georegions = List.copyOf(georegions);
        if (georegions.isEmpty() || Set.copyOf(georegions).size() < georegions.size()) {
            throw new IllegalArgumentException("georegions are " + georegions + ", not each once");
        }
        if (brokers < 1 || brokers > MAX_BROKERS) {
            throw new IllegalArgumentException(
                    "brokers is " + brokers + ", not 1 to " + MAX_BROKERS);
        }
        if (replaySeconds < 1) {
            throw new IllegalArgumentException(
                    "replaySeconds is " + replaySeconds + ", not above 0");
        }
        if (dcs < 1 || dcs > MAX_DCS) {
            throw new IllegalArgumentException("dcs is " + dcs + ", not 1 to " + MAX_DCS);
        }
        if (ticksPerSecond < 0) {
            throw new IllegalArgumentException("ticksPerSecond is negative: " + ticksPerSecond);
        }
        if (!wan.equals(WAN_OFF) && !wan.equals(WAN_AWS)) {
            throw new IllegalArgumentException("wan is " + wan + ", not off or aws");
        }
    }

    /** One georegion, one broker, prices that walk. */
    public static WorldSettings defaults() {
        return new WorldSettings(
                List.of(EUROPE),
                1,
                WALK,
                REPLAY_SECONDS,
                TICKS_PER_SECOND,
                1,
                WAN_OFF,
                1,
                Durability.DATACENTER);
    }

    /** The same with other georegions. */
    public WorldSettings withGeoregions(List<String> names) {
        return new WorldSettings(
                names, brokers, prices, replaySeconds, ticksPerSecond, seed, wan, dcs, durability);
    }

    /** The same with so many brokers in each georegion. */
    public WorldSettings withBrokers(int number) {
        return new WorldSettings(
                georegions,
                number,
                prices,
                replaySeconds,
                ticksPerSecond,
                seed,
                wan,
                dcs,
                durability);
    }

    /** The same with other prices. */
    public WorldSettings withPrices(String source) {
        return new WorldSettings(
                georegions,
                brokers,
                source,
                replaySeconds,
                ticksPerSecond,
                seed,
                wan,
                dcs,
                durability);
    }

    /** The same with a price file spread over so many seconds. */
    public WorldSettings withReplaySeconds(int seconds) {
        return new WorldSettings(
                georegions, brokers, prices, seconds, ticksPerSecond, seed, wan, dcs, durability);
    }

    /** The same with so many price changes a second. */
    public WorldSettings withTicksPerSecond(int ticks) {
        return new WorldSettings(
                georegions, brokers, prices, replaySeconds, ticks, seed, wan, dcs, durability);
    }

    /** The same with or without distances. */
    public WorldSettings withWan(String distances) {
        return new WorldSettings(
                georegions,
                brokers,
                prices,
                replaySeconds,
                ticksPerSecond,
                seed,
                distances,
                dcs,
                durability);
    }

    /** Whether messages take the time of their way. */
    public boolean hasWan() {
        return wan.equals(WAN_AWS);
    }

    /** The same with so many data centres in each georegion. */
    public WorldSettings withDcs(int number) {
        return new WorldSettings(
                georegions,
                brokers,
                prices,
                replaySeconds,
                ticksPerSecond,
                seed,
                wan,
                number,
                durability);
    }

    /** The same with another durability. */
    public WorldSettings withDurability(Durability other) {
        return new WorldSettings(
                georegions, brokers, prices, replaySeconds, ticksPerSecond, seed, wan, dcs, other);
    }
}
