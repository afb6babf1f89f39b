package org.fogg.launcher.command;

import org.fogg.trader.bench.BenchTarget.TraderDistance;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasFile;
import org.fogg.world.ExchangeListing;
import org.fogg.world.Georegion;

/** The world file's distances that the load generator needs; none where the world has none. */
final class Distances {

    private final Atlas atlas = AtlasFile.builtIn();
    private final boolean present;

    Distances(boolean present) {
        this.present = present;
    }

    /** Between traders and their georegion's home data centre. */
    TraderDistance traders(String georegion) {
        if (!present) {
            return TraderDistance.NONE;
        }
        Georegion place = atlas.georegion(georegion);
        return new TraderDistance(place.nearestTraderMicros(), place.farthestTraderMicros());
    }

    /** Between an exchange and its georegion's home data centre. */
    long exchangeMicros(String code) {
        if (!present) {
            return 0;
        }
        ExchangeListing exchange =
                atlas.exchanges().stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No exchange " + code));
        return atlas.rttMicros(exchange, atlas.georegion(exchange.georegion()).home());
    }
}
