package org.fogg.launcher.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fogg.launcher.world.WorldHome;

/** Keeps stack traces away from users, and for developers. */
final class FaultLog {

    private FaultLog() {}

    /** Writes the exception to a file and tells which. */
    static Path write(WorldHome home, Exception exception) {
        Path log = home.log("fogg");
        try {
            Files.createDirectories(home.logs());
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(log))) {
                exception.printStackTrace(out);
            }
            return log;
        } catch (IOException e) {
            e.addSuppressed(exception);
            throw new UncheckedIOException("Cannot write " + log, e);
        }
    }
}
