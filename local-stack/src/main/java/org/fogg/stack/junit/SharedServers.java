package org.fogg.stack.junit;

import java.util.List;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.StackException;
import org.fogg.stack.StackException.Problem;
import org.fogg.stack.containers.ContainerServers;

/**
 * The servers of this build, for tests that need them before JUnit calls them, such as Spring's
 * {@code @DynamicPropertySource} methods.
 */
public final class SharedServers {
    /**
     * Which servers tests run against: {@code processes} (usual) or {@code containers}, which needs
     * Docker and Testcontainers.
     */
    public static final String PROPERTY = "fogg.servers";

    /**
     * {@code true}: the servers' JVMs have their optimizing compiler, as in production, for
     * benchmarks of what servers do. Usual is {@code false}: they start in half the time, and never
     * reach their full speed.
     */
    public static final String OPTIMIZED = "fogg.servers.optimized";

    private SharedServers() {}

    /**
     * Starts those servers that this build has not started yet, and tells where they are.
     *
     * @throws StackException if they cannot be started
     */
    public static synchronized Servers get(ServerKind... kinds) {
        if (kinds.length == 0) {
            throw new IllegalArgumentException("kinds: at least one server");
        }
        String place = System.getProperty(PROPERTY, "processes");
        return switch (place) {
            case "processes" -> BuildServers.get(List.of(kinds));
            case "containers" -> containers(List.of(kinds));
            default ->
                    throw new IllegalArgumentException(
                            PROPERTY + ": processes or containers, not " + place);
        };
    }

    /**
     * Stops the servers that run as processes, for tests that bring servers of their own and need
     * the processors to themselves. A test that asks for servers later starts them again, with what
     * is on their disks.
     *
     * @throws StackException if they cannot be stopped
     */
    public static synchronized void stop() {
        BuildServers.stop();
    }

    private static Servers containers(List<ServerKind> kinds) {
        try {
            return ContainerServers.get(kinds);
        } catch (NoClassDefFoundError e) {
            throw new StackException(
                    Problem.NO_CONTAINERS,
                    "Containers were asked for with -D"
                            + PROPERTY
                            + "=containers, but Testcontainers is not on the class path: run the"
                            + " tests through Maven, which adds it for that setting.",
                    e);
        }
    }
}
