package org.fogg.launcher.command;

import java.util.concurrent.Callable;
import org.fogg.launcher.world.StatusReport;
import org.fogg.launcher.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fogg status}. */
@Command(
        name = "status",
        description =
                "Tells what runs, where, and whether it answers. The exit code is 0 also"
                        + " where a part does not: ready in the JSON tells.")
final class StatusCommand implements Callable<Integer> {

    private final World world;
    private final Console console;

    @Mixin private JsonOption json = new JsonOption();

    StatusCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        StatusReport status = world.status();
        json.write(status, console);
        console.result(WorldText.status(status), json);
        return 0;
    }
}
