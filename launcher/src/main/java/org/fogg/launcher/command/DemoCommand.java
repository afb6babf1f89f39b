package org.fogg.launcher.command;

import java.util.concurrent.Callable;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.trader.bench.BenchSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg demo}. */
@Command(
        name = "demo",
        description =
                "The main job in one go: starts a world, puts load on it, prints what came out"
                        + " and whether every record agrees, and stops it.")
final class DemoCommand implements Callable<Integer> {

    private static final BenchSettings DEFAULTS = BenchSettings.defaults();

    private final World world;
    private final Console console;

    @Spec private @Nullable CommandSpec command;

    @Mixin private WorldOptions options = new WorldOptions();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the load lasts. Default: 60.")
    private int seconds = DEFAULTS.seconds();

    /** Servers, services and load share the processors, and the floor is to be one too. */
    private static final int ORDERS_A_PROCESSOR = 60;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description =
                    "Orders a second. Default: 60 for each processor, divided by the number of"
                            + " georegions, at most 200.")
    private @Nullable Integer rate;

    @Mixin private JsonOption json = new JsonOption();

    @Option(
            names = "--keep",
            description = "Leave the world running, and print where to look at it.")
    private boolean keep;

    DemoCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        WorldSettings wanted = options.settings();
        BenchSettings load = load(wanted.georegions().size());
        WorldSettings settings = wanted.withReplaySeconds(seconds + load.warmUpSeconds());
        if (world.described().isPresent()) {
            throw new WorldException(
                    "A world is running already: put load on it with fogg bench, or stop it with"
                            + " fogg down.");
        }
        boolean fresh = !world.hasData();
        world.up(settings, console::progress);
        boolean held = false;
        try {
            held = new LoadTest(world, console).run(load, json);
        } finally {
            if (!keep) {
                stop(fresh && held);
            }
        }
        if (keep) {
            console.result(WorldText.urls(world.running()), json);
        }
        return held ? 0 : 1;
    }

    /** Each georegion has servers and services of its own, which share the processors too. */
    private BenchSettings load(int georegions) {
        int processors = Runtime.getRuntime().availableProcessors();
        int usual = Math.min(DEFAULTS.ratePerS(), ORDERS_A_PROCESSOR * processors / georegions);
        try {
            return DEFAULTS.withLoad(seconds, rate == null ? usual : rate);
        } catch (IllegalArgumentException e) {
            throw BadArgument.of(command, String.valueOf(e.getMessage()));
        }
    }

    /** Stops the world, also after Ctrl-C; data that proved nothing wrong is of no more use. */
    private void stop(boolean wipe) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        try {
            world.down(console::progress);
            if (wipe) {
                world.wipe();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
