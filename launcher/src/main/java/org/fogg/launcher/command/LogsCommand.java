package org.fogg.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fogg.launcher.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fogg logs}. */
@Command(name = "logs", description = "Prints one part's log.")
final class LogsCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 200;

    private final World world;
    private final Console console;

    @Spec private @Nullable CommandSpec command;

    @Parameters(
            paramLabel = "NAME",
            description = "The part: cassandra, kafka, elasticsearch, exchanges, europe-1")
    private String name = "";

    @Option(names = "-f", description = "Go on with what is added, until interrupted.")
    private boolean follow;

    LogsCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Path> logs = world.logs();
        Path log = logs.get(name);
        if (log == null) {
            throw BadArgument.of(
                    command,
                    logs.isEmpty()
                            ? "NAME " + name + ": there are no logs yet"
                            : "NAME " + name + ": not one of " + String.join(", ", logs.keySet()));
        }
        try (InputStream input = Files.newInputStream(log)) {
            input.transferTo(console.out());
            console.out().flush();
            while (follow && !console.out().checkError()) {
                Thread.sleep(POLL_MILLIS);
                input.transferTo(console.out());
                console.out().flush();
            }
        }
        return 0;
    }
}
