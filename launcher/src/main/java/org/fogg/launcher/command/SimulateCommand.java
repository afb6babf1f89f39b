package org.fogg.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fogg.launcher.json.Json;
import org.fogg.trader.simulate.Placement;
import org.fogg.trader.simulate.Simulation;
import org.fogg.trader.simulate.SimulationResult;
import org.fogg.trader.simulate.SimulationSettings;
import org.fogg.trader.simulate.Trips;
import org.fogg.trader.simulate.report.SimulationReport;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasException;
import org.fogg.world.AtlasFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg simulate}. */
@Command(
        name = "simulate",
        description =
                "The whole world in virtual time, no servers: what latency costs, by order type."
                        + " The same seed gives the same result.")
final class SimulateCommand implements Callable<Integer> {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double NANOS = 1e9;
    private static final double LONGEST_HOURS = 8_784;

    private final Console console;

    @Spec private @Nullable CommandSpec command;

    @Option(
            names = "--georegions",
            paramLabel = "N|G,…",
            description = "The first so many of the world file, or these. Default: all.")
    private @Nullable String georegions;

    @Option(names = "--traders", paramLabel = "N", description = "Default: 1000.")
    private @Nullable Integer traders;

    @Option(
            names = "--stocks",
            paramLabel = "N",
            description = "Spread over the exchanges. Default: 400.")
    private @Nullable Integer stocks;

    @Option(
            names = "--hours",
            paramLabel = "H",
            description = "Of virtual time, in rounds of a second. Default: 24.")
    private double hours = SimulationSettings.ROUNDS / SECONDS_PER_HOUR;

    @Option(
            names = "--placement",
            paramLabel = "local|home|hub",
            description =
                    "Where orders are held: beside the exchange, at the trader's home, or all in"
                            + " one georegion. Default: local.")
    private String placement = Placement.LOCAL.key();

    @Option(
            names = "--trips",
            paramLabel = "prototype|fogg",
            description = "The messages an order takes. Default: prototype.")
    private String trips = Trips.PROTOTYPE.key();

    @Option(
            names = "--volatility",
            paramLabel = "N",
            description =
                    "How many times as volatile as listed the stocks are. Default: 35, which gives"
                            + " losses like the prototype's.")
    private int volatility = SimulationSettings.VOLATILITY;

    @Option(names = "--seed", paramLabel = "S", description = "Default: 1.")
    private long seed = 1;

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "A world file of your own. Default: the built-in one.")
    private @Nullable String worldFile;

    @Option(
            names = "--report",
            paramLabel = "F.html",
            description =
                    "Write a page with tables, curves and a map; it also compares trips and"
                            + " placements over an hour each.")
    private @Nullable String report;

    @Mixin private JsonOption json = new JsonOption();

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Atlas atlas = atlas();
        Path page = report == null ? null : page(report);
        long begin = System.nanoTime();
        SimulationResult result = simulate(atlas);
        double seconds = (System.nanoTime() - begin) / NANOS;
        if (page != null) {
            write(page, SimulationReport.page(result, atlas, console::progress));
        }
        json.write(Json.tree(result.toJson(seconds).toString()), console);
        console.result(result.toText(), json);
        return 0;
    }

    private SimulationResult simulate(Atlas atlas) {
        try {
            return Simulation.run(settings(atlas), atlas, console::progress);
        } catch (IllegalArgumentException e) {
            throw BadArgument.of(command, String.valueOf(e.getMessage()));
        }
    }

    private SimulationSettings settings(Atlas atlas) {
        SimulationSettings defaults = SimulationSettings.defaults(atlas);
        // Not a number fails too.
        if (!(hours > 0 && hours <= LONGEST_HOURS)) {
            throw BadArgument.of(command, "--hours must be above 0 and at most 8784, not " + hours);
        }
        return new SimulationSettings(
                georegions(defaults.georegions()),
                traders == null ? defaults.traders() : traders,
                stocks == null ? defaults.stocks() : stocks,
                Math.round(hours * SECONDS_PER_HOUR),
                Placement.valueOf(oneOf("--placement", placement, "local", "home", "hub")),
                Trips.valueOf(oneOf("--trips", trips, "prototype", "fogg")),
                volatility,
                seed);
    }

    private List<String> georegions(List<String> all) {
        if (georegions == null) {
            return all;
        }
        if (georegions.matches("[0-9]{1,4}")) {
            int count = Integer.parseInt(georegions);
            if (count < 1 || count > all.size()) {
                throw BadArgument.of(
                        command,
                        "--georegions must be from 1 to " + all.size() + ", not " + georegions);
            }
            return all.subList(0, count);
        }
        List<String> names = List.of(georegions.split(",", -1));
        for (String name : names) {
            if (!all.contains(name) || names.indexOf(name) != names.lastIndexOf(name)) {
                throw BadArgument.of(
                        command,
                        "--georegions "
                                + georegions
                                + ": a number, or different ones of "
                                + String.join(", ", all));
            }
        }
        return names;
    }

    private String oneOf(String option, String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw BadArgument.of(
                    command,
                    option + " must be " + String.join(" or ", allowed) + ", not " + value);
        }
        return value.toUpperCase(Locale.ROOT);
    }

    private Atlas atlas() {
        if (worldFile == null) {
            return AtlasFile.builtIn();
        }
        try {
            return AtlasFile.read(Path.of(worldFile));
        } catch (AtlasException e) {
            throw BadArgument.of(command, "--world " + e.getMessage());
        } catch (IOException | InvalidPathException e) {
            throw BadArgument.of(command, "--world " + worldFile + " cannot be read: " + e);
        }
    }

    private Path page(String file) {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(Path.of(file))) {
            throw BadArgument.of(
                    command, "--report " + file + ": not a file in a folder that exists");
        }
        return Path.of(file);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
