package org.fogg.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fogg trader}: nothing by itself, its sub-commands do the work. */
@Command(name = "trader", description = "Makes traders, gives them money, ends their keys.")
final class TraderCommand implements Runnable {

    @Spec private @Nullable CommandSpec command;

    @Override
    public void run() {
        throw BadArgument.of(command, "trader: needs one of create, deposit, revoke");
    }

    /** The command with its sub-commands. */
    static CommandLine create(Administration administration, Console console) {
        return new CommandLine(new TraderCommand())
                .addSubcommand(new CreateTraderCommand(administration, console))
                .addSubcommand(new DepositCommand(administration, console))
                .addSubcommand(new RevokeKeyCommand(administration, console));
    }
}
