package org.fogg.launcher.command;

import java.util.concurrent.Callable;
import org.fogg.launcher.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fogg down}. */
@Command(
        name = "down",
        description = "Stops everything that was started, also by a launcher that is gone.")
final class DownCommand implements Callable<Integer> {

    private final World world;
    private final Console console;

    @Option(
            names = "--wipe",
            description = "Delete the data, the logs and the load generator's records as well.")
    private boolean wipe;

    DownCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        world.noteClasses(console::progress);
        boolean found = world.down(console::progress);
        if (!found) {
            console.progress("Nothing was running.");
        }
        if (wipe) {
            world.wipe();
            console.progress("The data is deleted.");
        }
        return 0;
    }
}
