package org.fogg.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fogg.launcher.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --json F}: the result for programs, in a file or on standard output. */
final class JsonOption {

    private static final String STANDARD_OUTPUT = "-";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private @Nullable String target;

    @Option(
            names = "--json",
            paramLabel = "F",
            description = "Write the result as JSON to this file; - is standard output.")
    void setTarget(String file) {
        if (!file.equals(STANDARD_OUTPUT)) {
            Path folder = Path.of(file).toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(Path.of(file))) {
                throw BadArgument.of(
                        command, "--json " + file + ": not a file in a folder that exists");
            }
        }
        target = file;
    }

    boolean toStandardOutput() {
        return STANDARD_OUTPUT.equals(target);
    }

    /** Writes the value if JSON was asked for. */
    void write(Object value, Console console) {
        if (target == null) {
            return;
        }
        String text = Json.pretty(value) + "\n";
        if (toStandardOutput()) {
            console.out().print(text);
            console.out().flush();
            return;
        }
        try {
            Files.writeString(Path.of(target), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }
}
