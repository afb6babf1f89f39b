package org.fogg.launcher.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.fogg.launcher.dc.Restore;
import org.fogg.launcher.dc.Restore.Restored;
import org.fogg.launcher.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fogg restore-dc}. */
@Command(
        name = "restore-dc",
        description = {
            "Brings a data centre back that was lost: starts its processes, copies to it what it"
                    + " lacks, and lets its georegion count on it again.",
            "The other one stays home. What a lost home had alone is counted and given up."
        })
final class RestoreDcCommand implements Callable<Integer> {

    private static final double MILLIS_PER_SECOND = 1_000.0;

    private final World world;
    private final Console console;

    @Mixin private DataCentreArgument dc = new DataCentreArgument();

    @Mixin private JsonOption json = new JsonOption();

    RestoreDcCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Restored restored = new Restore(world, console::progress).run(dc.in(world));
        json.write(restored, console);
        console.result(
                String.format(
                        Locale.ROOT,
                        "%s is back after %.1f s; %s stays home (term %d); entries that only %s had: %d",
                        restored.dc(),
                        restored.tookMs() / MILLIS_PER_SECOND,
                        restored.home(),
                        restored.term(),
                        restored.dc(),
                        restored.unseenEntries()),
                json);
        return 0;
    }
}
