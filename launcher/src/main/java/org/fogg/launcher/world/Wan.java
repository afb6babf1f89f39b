package org.fogg.launcher.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fogg.world.Atlas;
import org.fogg.world.DataCentre;
import org.fogg.world.ExchangeListing;
import org.fogg.world.Georegion;

/** The world file's distances as settings of a broker, which knows no world file. */
final class Wan {

    private static final String KEY = "fogg.wan.";

    private final Atlas atlas;

    Wan(Atlas atlas) {
        this.atlas = atlas;
    }

    /** What a broker is told; nothing where the world has no distances. */
    Map<String, String> settings(WorldFile world, String georegion, String dc) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!world.settings().hasWan()) {
            return settings;
        }
        Georegion home = atlas.georegion(georegion);
        DataCentre here =
                home.dataCentres().stream()
                        .filter(each -> each.name().equals(dc))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No data centre " + dc));
        for (WorldFile.Georegion other : world.georegions()) {
            if (!other.name().equals(georegion)) {
                DataCentre there = atlas.georegion(other.name()).home();
                settings.put(
                        KEY + "georegions." + other.name(), micros(atlas.rttMicros(here, there)));
            }
        }
        for (ExchangeListing exchange : atlas.exchangesOf(georegion)) {
            settings.put(
                    KEY + "exchanges." + exchange.code(), micros(atlas.rttMicros(exchange, here)));
        }
        if (home.dataCentres().size() > 1) {
            settings.put(KEY + "pair", micros(atlas.pairRttMicros(home)));
        }
        return settings;
    }

    private static String micros(long micros) {
        return micros + "us";
    }
}
