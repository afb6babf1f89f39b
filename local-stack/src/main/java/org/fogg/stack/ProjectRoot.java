package org.fogg.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fogg.stack.StackException.Problem;

/** The folder of the Fogg project that this JVM works in. */
public final class ProjectRoot {
    private static final String PROPERTY = "fogg.project";

    private ProjectRoot() {}

    /**
     * The folder that the system property {@code fogg.project} names, else the nearest one at or
     * above the working directory that holds {@code .mvn} and {@code local-stack}.
     *
     * @throws StackException if there is none
     */
    public static Path find() {
        return above(Path.of(System.getProperty(PROPERTY, "")));
    }

    static Path above(Path start) {
        for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))
                    && Files.isDirectory(at.resolve("local-stack"))) {
                return at;
            }
        }
        throw new StackException(
                Problem.NOT_BUILT,
                start.toAbsolutePath()
                        + " is not inside the Fogg project, so the servers' jars cannot be found;"
                        + " go there, or set the system property "
                        + ServerHome.PROPERTY
                        + " to the folder that holds them.");
    }
}
