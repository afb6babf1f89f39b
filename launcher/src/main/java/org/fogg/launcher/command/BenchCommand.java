package org.fogg.launcher.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fogg.launcher.world.World;
import org.fogg.trader.bench.BenchSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg bench}. */
@Command(
        name = "bench",
        description =
                "Load on the running world from planned send times, the bare floor of this"
                        + " machine beside it, then the auditor's verdict.")
final class BenchCommand implements Callable<Integer> {

    private static final BenchSettings DEFAULTS = BenchSettings.defaults();

    private final LoadTest load;

    @Spec private @Nullable CommandSpec command;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long; warm-up and floor come on top. Default: 60.")
    private int seconds = DEFAULTS.seconds();

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Orders a second; other requests come along. Default: 200.")
    private int rate = DEFAULTS.ratePerS();

    @Option(names = "--traders", paramLabel = "N", description = "Default: 100.")
    private int traders = DEFAULTS.traders();

    @Option(
            names = "--mix",
            paramLabel = "thirds|stockonline|FILE",
            description = "What the traders do. Default: thirds.")
    private String mix = DEFAULTS.mix();

    @Option(
            names = "--find-max",
            description = "Search the highest rate with tick-to-trade p99 of at most 20 ms.")
    private boolean findMax;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same gives the same load. Default: 1.")
    private long seed = DEFAULTS.seed();

    @Option(
            names = "--hdr",
            paramLabel = "DIR",
            description = "Write the raw histograms and the environment into this folder.")
    private @Nullable Path hdr;

    @Mixin private JsonOption json = new JsonOption();

    BenchCommand(World world, Console console) {
        load = new LoadTest(world, console);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return load.run(settings(), json) ? 0 : 1;
        } catch (IllegalArgumentException e) {
            throw BadArgument.of(command, String.valueOf(e.getMessage()));
        }
    }

    private BenchSettings settings() {
        return new BenchSettings(
                seconds,
                rate,
                traders,
                mix,
                findMax,
                seed,
                hdr,
                DEFAULTS.warmUpSeconds(),
                DEFAULTS.cash());
    }
}
