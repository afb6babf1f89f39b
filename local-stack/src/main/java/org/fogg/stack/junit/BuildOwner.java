package org.fogg.stack.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fogg.stack.process.ProcessIdentity;

/**
 * The process that stands for the build: the Maven that started this test JVM, else, in an IDE,
 * this JVM itself.
 *
 * @param process lives as long as the build
 */
record BuildOwner(ProcessIdentity process) {
    /** Another process that stands for the build, by its pid. */
    static final String PROPERTY = "fogg.servers.owner";

    private static final List<String> MAVEN_CLASSES =
            List.of("org.codehaus.plexus.classworlds.launcher.Launcher", "org.apache.maven.");

    static BuildOwner find() {
        String set = System.getProperty(PROPERTY);
        if (set != null) {
            return new BuildOwner(
                    ProcessIdentity.of(Long.parseLong(set))
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    PROPERTY + ": no process " + set)));
        }
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(process -> isMaven(process))
                .findFirst()
                .flatMap(maven -> ProcessIdentity.of(maven.pid()))
                .map(BuildOwner::new)
                .orElseGet(() -> new BuildOwner(ProcessIdentity.current()));
    }

    private static boolean isMaven(ProcessHandle process) {
        String command = command(process);
        return MAVEN_CLASSES.stream().anyMatch(command::contains);
    }

    // Only main classes and options, never a test class path: Maven's own command line is short.
    private static String command(ProcessHandle process) {
        try {
            Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            return Files.readString(line, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException notLinux) {
            return process.info().commandLine().orElse("");
        }
    }
}
