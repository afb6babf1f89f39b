package org.fogg.launcher.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldHome;
import org.fogg.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command tree of {@code fogg}, and what becomes an exit code of 1 or 2. */
public final class Commands {

    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;

    private Commands() {}

    /**
     * Builds the tree.
     *
     * @param world the world the commands are about
     * @param console where they write
     */
    public static CommandLine create(World world, Console console) {
        Administration administration = new Administration(world);
        CommandLine fogg = new CommandLine(new FoggCommand());
        fogg.addSubcommand(new DemoCommand(world, console))
                .addSubcommand(new UpCommand(world, console))
                .addSubcommand(new StatusCommand(world, console))
                .addSubcommand(new LogsCommand(world, console))
                .addSubcommand(new DownCommand(world, console))
                .addSubcommand(TraderCommand.create(administration, console))
                .addSubcommand(new BenchCommand(world, console))
                .addSubcommand(new ChaosCommand(world, console))
                .addSubcommand(new KillDcCommand(world, console))
                .addSubcommand(new RestoreDcCommand(world, console))
                .addSubcommand(new OrderCommand(world, console))
                .addSubcommand(new ReconcileCommand(world, console))
                .addSubcommand(new SimulateCommand(console))
                .addSubcommand(new MicrobenchCommand(world.home(), console))
                .addSubcommand("halt", KillSwitchCommand.halt(administration, console))
                .addSubcommand("resume", KillSwitchCommand.resume(administration, console));
        addHelp(fogg);
        fogg.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-V", "--version")
                                .versionHelp(true)
                                .description("Show the version.")
                                .build());
        return fogg.registerConverter(UUID.class, Commands::uuid)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Commands::refuse)
                .setExecutionExceptionHandler(
                        (exception, command, parsed) -> fail(world.home(), exception, command));
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this text.")
                                .build());
        command.getSubcommands().values().forEach(Commands::addHelp);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is not a UUID");
        }
    }

    private static int refuse(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("fogg: " + exception.getMessage());
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return BAD_ARGUMENTS;
    }

    private static int fail(WorldHome home, Exception exception, CommandLine command) {
        String serverFault = ServerFault.sentence(exception);
        if (exception instanceof WorldException || exception instanceof StackException) {
            command.getErr().println("fogg: " + exception.getMessage());
        } else if (exception instanceof InterruptedException) {
            command.getErr().println("fogg: interrupted");
        } else {
            command.getErr()
                    .println(
                            "fogg: "
                                    + (serverFault == null
                                            ? "a fault in fogg itself: " + exception
                                            : serverFault));
            command.getErr().println("The details are in " + FaultLog.write(home, exception));
        }
        return FAILED;
    }
}
