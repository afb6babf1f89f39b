package org.fogg.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the servers' jars are: below the project's {@code local-stack/servers}, or in the folder
 * that the system property {@code fogg.servers.home} names, which then holds {@code
 * cassandra-<version>} and the like.
 */
final class ServerHome {
    static final String PROPERTY = "fogg.servers.home";

    private ServerHome() {}

    /**
     * The folder holding {@code lib} of a server.
     *
     * @throws StackException if it has not been built
     */
    static Path of(ServerKind kind) {
        String folder = kind.id() + "-" + ServerVersions.of(kind);
        String override = System.getProperty(PROPERTY);
        if (override != null) {
            return built(kind, Path.of(override).resolve(folder));
        }
        Path root = ProjectRoot.find();
        Path modules = root.resolve("local-stack").resolve("servers");
        return built(kind, modules.resolve(kind.id()).resolve("target").resolve(folder));
    }

    private static Path built(ServerKind kind, Path home) {
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new StackException(
                    StackException.Problem.NOT_BUILT,
                    "The jars of "
                            + kind.title()
                            + " are not in "
                            + home
                            + ": build them with \"mvn -Pfast -pl local-stack -am package\".");
        }
        return home;
    }
}
