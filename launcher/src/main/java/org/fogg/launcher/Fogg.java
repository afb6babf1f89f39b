package org.fogg.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.fogg.launcher.command.Commands;
import org.fogg.launcher.command.Console;
import org.fogg.launcher.world.Ports;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldHome;
import org.fogg.stack.ProjectRoot;
import org.jspecify.annotations.Nullable;

/** The {@code fogg} command. */
public final class Fogg {

    private static final int BAD_ARGUMENTS = 2;

    private Fogg() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(CtrlC.interrupts(() -> run(args, System.getenv(), System.out, System.err)));
    }

    /**
     * Runs one command.
     *
     * @param environment FOGG_HOME and FOGG_PORT_OFFSET are read
     * @return 0 where it did its work and every check held, 1 where not, 2 for bad arguments
     */
    public static int run(
            String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        World world;
        try {
            world = World.at(home(environment), ports(environment.get("FOGG_PORT_OFFSET")));
        } catch (IllegalArgumentException e) {
            err.println("fogg: " + e.getMessage());
            return BAD_ARGUMENTS;
        }
        return Commands.create(world, new Console(out, err)).execute(args);
    }

    private static WorldHome home(Map<String, String> environment) {
        Path project = ProjectRoot.find();
        String folder = environment.get("FOGG_HOME");
        return new WorldHome(
                project,
                folder == null || folder.isBlank() ? project.resolve(".fogg") : Path.of(folder));
    }

    private static Ports ports(@Nullable String offset) {
        if (offset == null || offset.isBlank()) {
            return new Ports(0);
        }
        try {
            return new Ports(Integer.parseInt(offset.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "FOGG_PORT_OFFSET is " + offset + ", not a whole number", e);
        }
    }
}
