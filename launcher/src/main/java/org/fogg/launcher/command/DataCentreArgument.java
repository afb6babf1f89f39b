package org.fogg.launcher.command;

import java.util.List;
import org.fogg.launcher.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A data centre of the running world, by its name. */
final class DataCentreArgument {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Parameters(
            paramLabel = "DC",
            description = "The data centre, as fogg status names it, e.g. europe-eu-central-1.")
    private String name = "";

    /**
     * The name.
     *
     * @throws picocli.CommandLine.ParameterException when the running world has no such data centre
     * @throws org.fogg.launcher.world.WorldException when none runs
     */
    String in(World world) {
        List<String> names =
                world.running().georegions().stream()
                        .flatMap(georegion -> georegion.cassandra().stream())
                        .map(node -> node.dc())
                        .toList();
        if (!names.contains(name)) {
            throw BadArgument.of(
                    command, "DC " + name + ": not one of " + String.join(", ", names));
        }
        return name;
    }
}
