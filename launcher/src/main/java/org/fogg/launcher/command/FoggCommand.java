package org.fogg.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fogg} alone: nothing by itself. */
@Command(
        name = "fogg",
        version = "fogg 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        description = "A stock broker that trades around the world, on this machine.",
        footer = {
            "",
            "Environment: FOGG_HOME is the folder for data and logs (default: .fogg in the"
                    + " project); FOGG_PORT_OFFSET is added to every port.",
            "Exit code: 0 done, 1 something failed, 2 wrong arguments."
        })
final class FoggCommand implements Runnable {

    @Spec private @Nullable CommandSpec command;

    @Override
    public void run() {
        throw BadArgument.of(command, "a command is missing");
    }
}
