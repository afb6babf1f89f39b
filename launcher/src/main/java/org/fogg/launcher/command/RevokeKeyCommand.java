package org.fogg.launcher.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg trader revoke}. */
@Command(name = "revoke", description = "Ends an API key; the trader's orders and money stay.")
final class RevokeKeyCommand implements Callable<Integer> {

    private final Administration administration;
    private final Console console;

    @Spec private @Nullable CommandSpec command;

    @Option(names = "--key", paramLabel = "ID", required = true, description = "The key's id.")
    private String key = "";

    RevokeKeyCommand(Administration administration, Console console) {
        this.administration = administration;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!key.matches("[A-Za-z0-9_-]{1,64}")) {
            throw BadArgument.of(command, "--key " + key + ": not the id of a key");
        }
        administration.ask(
                command,
                null,
                broker -> {
                    broker.revokeKey(key);
                    return true;
                });
        console.result("key " + key + " is ended");
        return 0;
    }
}
