package org.fogg.launcher.microbench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldHome;

/**
 * The module {@code benchmarks} as a process: it has libraries that the launcher must not have, and
 * needs both compilers.
 */
public final class CoreBenchmarks {

    private static final String MAIN = "org.fogg.benchmarks.Microbench";
    private static final String JAR = "benchmarks-0.1.0-SNAPSHOT.jar";
    private static final String LOG = "microbench";

    private final WorldHome home;

    /**
     * @param home where the project is, and the logs
     */
    public CoreBenchmarks(WorldHome home) {
        this.home = home;
    }

    /**
     * What a run found.
     *
     * @param json the figures for programs
     * @param table the figures for people
     * @param isOk whether every check held
     */
    public record Outcome(String json, String table, boolean isOk) {}

    /**
     * Runs them all, for some minutes.
     *
     * @param quick whether a minute must do
     * @param progress told what is measured, a line each
     * @throws WorldException if there are no figures, because a check failed or nothing is built
     */
    public Outcome run(boolean quick, Consumer<String> progress) throws InterruptedException {
        Path built = home.project().resolve("benchmarks").resolve("target");
        if (!Files.isRegularFile(built.resolve(JAR))) {
            throw new WorldException(
                    "The benchmarks are not built; run them with the script fogg, or first"
                            + " mvn -Pfast -pl benchmarks -am package.");
        }
        try {
            Files.createDirectories(home.logs());
            Path json = Files.createTempFile("fogg-microbench", ".json");
            Path table = Files.createTempFile("fogg-microbench", ".txt");
            try {
                return run(command(built, quick, json), json, table, progress);
            } finally {
                Files.delete(json);
                Files.delete(table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run the benchmarks", e);
        }
    }

    private Outcome run(List<String> command, Path json, Path table, Consumer<String> progress)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectOutput(table.toFile()).start();
        Thread reader = new Thread(() -> pass(process, progress), "microbench-progress");
        reader.start();
        try {
            int exitCode = process.waitFor();
            reader.join();
            String figures = Files.readString(json);
            if (figures.isEmpty()) {
                throw new WorldException("The benchmarks failed; their log is " + home.log(LOG));
            }
            return new Outcome(figures, Files.readString(table).stripTrailing(), exitCode == 0);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void pass(Process process, Consumer<String> progress) {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(progress);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the progress of the benchmarks", e);
        }
    }

    private List<String> command(Path built, boolean quick, Path json) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Only this process, which waits; those that are measured have both compilers.
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                built.resolve(JAR) + File.pathSeparator + built.resolve("lib").resolve("*"),
                MAIN,
                quick ? "quick" : "full",
                json.toString(),
                home.log(LOG).toString());
    }
}
