package org.fogg.launcher.command;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg halt} and {@code fogg resume}: one switch, both ways. */
@Command
final class KillSwitchCommand implements Callable<Integer> {

    private final Administration administration;
    private final Console console;
    private final boolean halted;

    @Spec private @Nullable CommandSpec command;

    @Option(
            names = "--trader",
            paramLabel = "T",
            description = "This trader's orders only. Default: everybody's.")
    private @Nullable UUID trader;

    private KillSwitchCommand(Administration administration, Console console, boolean halted) {
        this.administration = administration;
        this.console = console;
        this.halted = halted;
    }

    static CommandLine halt(Administration administration, Console console) {
        return described(
                new KillSwitchCommand(administration, console, true),
                "The kill switch: no new orders, and resting ones do not trigger, until fogg"
                        + " resume.");
    }

    static CommandLine resume(Administration administration, Console console) {
        return described(
                new KillSwitchCommand(administration, console, false), "Ends what halt began.");
    }

    @Override
    public Integer call() throws InterruptedException {
        administration.askAll(
                command,
                broker -> {
                    broker.halt(halted, trader);
                    return true;
                });
        String whose = trader == null ? "All trading" : "Trading of " + trader;
        console.result(whose + (halted ? " is halted" : " goes on"));
        return 0;
    }

    private static CommandLine described(KillSwitchCommand command, String description) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }
}
