package org.fogg.launcher.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses an argument with a sentence that names its option; the exit code is 2. */
final class BadArgument {

    private BadArgument() {}

    static ParameterException of(@Nullable CommandSpec command, String sentence) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
    }
}
