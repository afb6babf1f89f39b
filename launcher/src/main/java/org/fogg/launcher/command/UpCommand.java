package org.fogg.launcher.command;

import java.util.concurrent.Callable;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg up}. */
@Command(
        name = "up",
        description = {
            "Starts Cassandra, Kafka, Elasticsearch, the exchanges, the brokers and the analytics.",
            "Returns when all are ready and every stock has a price. Where a world runs already,"
                    + " it says so and changes nothing, except that a part that has died is"
                    + " started again."
        })
final class UpCommand implements Callable<Integer> {

    private final World world;
    private final Console console;

    @Spec private @Nullable CommandSpec command;

    @Mixin private WorldOptions options = new WorldOptions();

    @Option(
            names = "--dcs",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Data centres in each georegion: 1, or 2 of which one can be lost. Default: 1.")
    private int dcs = 1;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Brokers in each data centre: 1 or 2. Default: 1.")
    private int brokers = 1;

    @Option(
            names = "--durability",
            paramLabel = "datacenter|georegion",
            defaultValue = "datacenter",
            description =
                    "What a commit waits for: the data centre that is home, or both of the"
                            + " georegion; see docs/durability.md. Default: datacenter.")
    private String durability = "datacenter";

    UpCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        WorldSettings settings =
                PairOptions.of(command, options.settings().withBrokers(brokers()), dcs, durability);
        world.up(settings, console::progress);
        console.result(WorldText.urls(world.running()));
        return 0;
    }

    private int brokers() {
        if (brokers < 1 || brokers > WorldSettings.MAX_BROKERS) {
            throw BadArgument.of(
                    command,
                    "--brokers " + brokers + ": a number from 1 to " + WorldSettings.MAX_BROKERS);
        }
        return brokers;
    }
}
