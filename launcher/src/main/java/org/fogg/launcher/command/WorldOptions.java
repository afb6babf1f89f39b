package org.fogg.launcher.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.world.AtlasFile;
import org.fogg.world.Georegion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which georegions a world has, how far apart they are, and where its prices come from. */
final class WorldOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--georegions",
            paramLabel = "G",
            split = ",",
            defaultValue = WorldSettings.EUROPE,
            description =
                    "The georegions to run, by their names in the world file, e.g."
                            + " europe,north-america. Default: europe.")
    private List<String> georegions = List.of(WorldSettings.EUROPE);

    @Option(
            names = "--prices",
            paramLabel = "walk|FILE.csv",
            defaultValue = WorldSettings.WALK,
            description = "A random walk, or the real prices of a CSV file. Default: walk.")
    private String prices = WorldSettings.WALK;

    @Option(
            names = "--wan",
            paramLabel = "off|aws",
            defaultValue = WorldSettings.WAN_OFF,
            description =
                    "Whether messages take as long as between AWS regions, and between traders,"
                            + " exchanges and data centres: the distances of the world file."
                            + " Default: off.")
    private String wan = WorldSettings.WAN_OFF;

    /** The settings these options ask for. */
    WorldSettings settings() {
        return WorldSettings.defaults()
                .withGeoregions(georegions())
                .withPrices(prices())
                .withWan(wan());
    }

    private List<String> georegions() {
        List<String> all = AtlasFile.builtIn().georegions().stream().map(Georegion::name).toList();
        for (String name : georegions) {
            if (!all.contains(name)) {
                throw refused(name + " is not one of " + String.join(", ", all));
            }
            if (georegions.indexOf(name) != georegions.lastIndexOf(name)) {
                throw refused(name + " is there twice");
            }
        }
        if (georegions.isEmpty()) {
            throw refused("one georegion at least");
        }
        return georegions;
    }

    private ParameterException refused(String why) {
        return BadArgument.of(command, "--georegions " + String.join(",", georegions) + ": " + why);
    }

    private String wan() {
        if (!wan.equals(WorldSettings.WAN_OFF) && !wan.equals(WorldSettings.WAN_AWS)) {
            throw BadArgument.of(command, "--wan " + wan + ": off or aws");
        }
        return wan;
    }

    private String prices() {
        if (prices.equals(WorldSettings.WALK)) {
            return prices;
        }
        Path file = Path.of(prices).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw BadArgument.of(
                    command, "--prices " + prices + ": neither walk nor a file that can be read");
        }
        return file.toString();
    }
}
