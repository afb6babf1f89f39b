package org.fogg.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for a Java installation that the servers run on. */
final class JavaSearch {
    static final String SETTING = "FOGG_SERVERS_JAVA_HOME";

    private final Map<String, String> environment;
    private final Path ownHome;
    private final List<Path> usualFolders;

    /**
     * @param environment as of {@link System#getenv()}
     * @param ownHome the installation that this JVM runs on
     * @param usualFolders folders whose sub-folders are installations
     */
    JavaSearch(Map<String, String> environment, Path ownHome, List<Path> usualFolders) {
        this.environment = Map.copyOf(environment);
        this.ownHome = ownHome;
        this.usualFolders = List.copyOf(usualFolders);
    }

    static JavaSearch ofThisMachine() {
        Path user = Path.of(System.getProperty("user.home"));
        return new JavaSearch(
                System.getenv(),
                Path.of(System.getProperty("java.home")),
                List.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/usr/java"),
                        Path.of("/opt/java"),
                        Path.of("/Library/Java/JavaVirtualMachines"),
                        user.resolve(".sdkman/candidates/java"),
                        user.resolve(".jdks")));
    }

    /**
     * The first that fits of: the one that {@value #SETTING} names (no other then), JAVA_HOME, this
     * JVM's own, the one on the PATH, those in the usual folders.
     *
     * @throws StackException if none fits, naming those found
     */
    JavaHome find() {
        String set = environment.get(SETTING);
        if (set != null && !set.isBlank()) {
            return JavaHome.at(Path.of(set))
                    .filter(JavaHome::fits)
                    .orElseThrow(() -> unfit(SETTING + " names " + described(Path.of(set))));
        }
        Set<String> unfit = new LinkedHashSet<>();
        for (Path home : candidates()) {
            JavaHome java = JavaHome.at(home).orElse(null);
            if (java != null && java.fits()) {
                return java;
            }
            if (java != null) {
                unfit.add(java.version() + " in " + java.home());
            }
        }
        throw unfit(unfit.isEmpty() ? "none was found" : "found " + String.join(", ", unfit));
    }

    private static String described(Path home) {
        return JavaHome.at(home)
                .map(java -> "version " + java.version() + " in " + home)
                .orElse(home + ", where there is no JDK");
    }

    private static StackException unfit(String found) {
        return new StackException(
                StackException.Problem.UNFIT_JDK,
                "Cassandra needs a JDK of version "
                        + JavaHome.LOWEST
                        + " to "
                        + JavaHome.HIGHEST
                        + ", but "
                        + found
                        + "; install one, or set "
                        + SETTING
                        + " to its folder.");
    }

    private List<Path> candidates() {
        List<Path> homes = new ArrayList<>();
        String javaHome = environment.get("JAVA_HOME");
        if (javaHome != null && !javaHome.isBlank()) {
            homes.add(Path.of(javaHome));
        }
        homes.add(ownHome);
        Path onPath = onPath();
        if (onPath != null) {
            homes.add(onPath);
        }
        usualFolders.forEach(folder -> homes.addAll(installations(folder)));
        return homes;
    }

    private @Nullable Path onPath() {
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path java = Path.of(folder, "java");
            if (Files.isExecutable(java)) {
                try {
                    Path bin = java.toRealPath().getParent();
                    return bin == null ? null : bin.getParent();
                } catch (IOException gone) {
                    return null;
                }
            }
        }
        return null;
    }

    private static List<Path> installations(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().map(entry -> macContents(entry)).toList();
        } catch (IOException noSuchFolder) {
            return List.of();
        }
    }

    private static Path macContents(Path entry) {
        Path contents = entry.resolve("Contents").resolve("Home");
        return Files.isDirectory(contents) ? contents : entry;
    }
}
