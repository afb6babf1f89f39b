package org.fogg.launcher.command;

import java.util.Locale;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.launcher.world.WorldSettings.Durability;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasFile;
import org.fogg.world.Georegion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** How many data centres a georegion has, and what a commit waits for. */
final class PairOptions {

    private PairOptions() {}

    /**
     * The settings with both options.
     *
     * @throws picocli.CommandLine.ParameterException when one of them cannot be
     */
    static WorldSettings of(
            @Nullable CommandSpec command, WorldSettings settings, int dcs, String durability) {
        if (dcs < 1 || dcs > WorldSettings.MAX_DCS) {
            throw BadArgument.of(
                    command, "--dcs " + dcs + ": a number from 1 to " + WorldSettings.MAX_DCS);
        }
        Atlas atlas = AtlasFile.builtIn();
        for (String name : settings.georegions()) {
            Georegion georegion = atlas.georegion(name);
            if (dcs > georegion.dataCentres().size()) {
                throw BadArgument.of(
                        command, "--dcs " + dcs + ": " + name + " has one. " + georegion.noPair());
            }
        }
        return settings.withDcs(dcs).withDurability(durability(command, dcs, durability));
    }

    private static Durability durability(
            @Nullable CommandSpec command, int dcs, String durability) {
        for (Durability each : Durability.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(durability)) {
                if (each == Durability.GEOREGION && dcs == 1) {
                    throw BadArgument.of(
                            command, "--durability georegion: needs two data centres (--dcs 2)");
                }
                return each;
            }
        }
        throw BadArgument.of(
                command, "--durability " + durability + ": neither datacenter nor georegion");
    }
}
