package org.fogg.launcher.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.fogg.launcher.dc.Kill;
import org.fogg.launcher.dc.Kill.Killed;
import org.fogg.launcher.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fogg kill-dc}. */
@Command(
        name = "kill-dc",
        description = {
            "The red button: kills every process of a data centre at once, its brokers and its"
                    + " Cassandra node, and waits until its georegion goes on with the other.",
            "fogg restore-dc brings it back."
        })
final class KillDcCommand implements Callable<Integer> {

    private static final double MILLIS_PER_SECOND = 1_000.0;

    private final World world;
    private final Console console;

    @Mixin private DataCentreArgument dc = new DataCentreArgument();

    @Option(
            names = "--force",
            description = "Also where nothing of the georegion would be left running.")
    private boolean force;

    @Mixin private JsonOption json = new JsonOption();

    KillDcCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Killed killed = new Kill(world, console::progress).run(dc.in(world), force);
        json.write(killed, console);
        console.result(text(killed), json);
        return 0;
    }

    private static String text(Killed killed) {
        Long after = killed.resumedAfterMs();
        return after == null
                ? killed.dc() + " is gone, and nothing of " + killed.georegion() + " is left"
                : String.format(
                        Locale.ROOT,
                        "%s is gone; %s goes on with %s after %.1f s (term %d)",
                        killed.dc(),
                        killed.georegion(),
                        killed.home(),
                        after / MILLIS_PER_SECOND,
                        killed.term());
    }
}
