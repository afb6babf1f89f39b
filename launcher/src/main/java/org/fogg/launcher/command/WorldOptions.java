package org.fogg.launcher.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fogg.launcher.world.WorldSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which georegions a world has, and where its prices come from. */
final class WorldOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--georegions",
            paramLabel = "G",
            split = ",",
            defaultValue = WorldSettings.EUROPE,
            description = "The georegions to run: europe (the only one so far).")
    private List<String> georegions = List.of(WorldSettings.EUROPE);

    @Option(
            names = "--prices",
            paramLabel = "walk|FILE.csv",
            defaultValue = WorldSettings.WALK,
            description = "A random walk, or the real prices of a CSV file. Default: walk.")
    private String prices = WorldSettings.WALK;

    /** The settings these options ask for. */
    WorldSettings settings() {
        if (!georegions.equals(List.of(WorldSettings.EUROPE))) {
            throw BadArgument.of(
                    command,
                    "--georegions "
                            + String.join(",", georegions)
                            + ": this version runs one georegion, europe");
        }
        return WorldSettings.defaults().withPrices(prices());
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
