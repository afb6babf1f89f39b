package org.fogg.launcher.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A service's executable jar taken apart, with an archive of the classes that it loads (JEP 350),
 * so that a start maps what it would otherwise unpack, parse and verify: less than half the
 * processor time (ADR 51). It lies beside the jar, in a folder named after the jar's content: of
 * the parts the JVM compares time and size only, and a reproducible build gives all one time.
 *
 * <p>Safe for use by several processes at once: what is made is complete before it has its name.
 */
final class ServiceImage {

    private static final String PREFIX = "image-";
    private static final int NAME_BYTES = 8;
    private static final long PATIENCE_MINUTES = 3;

    private final Path executable;
    private final Path folder;

    private ServiceImage(Path executable, Path folder) {
        this.executable = executable;
        this.folder = folder;
    }

    /** The image of an executable jar, whether it is made yet or not. */
    static ServiceImage of(Path executable) {
        return new ServiceImage(
                executable, executable.resolveSibling(PREFIX + content(executable)));
    }

    private static String content(Path executable) {
        try (ZipFile jar = new ZipFile(executable.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            jar.stream()
                    .map(each -> each.getName() + ' ' + each.getSize() + ' ' + each.getCrc())
                    .forEach(each -> digest.update(each.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + executable, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The jar to start. */
    Path jar() {
        return folder.resolve(executable.getFileName());
    }

    /** Of this very Java: another does not read it. */
    private Path archive() {
        return folder.resolve("classes-" + Runtime.version() + ".jsa");
    }

    /** Whether starts are quick already. */
    boolean hasArchive() {
        return Files.exists(archive());
    }

    /** What a start needs: the archive, or that its classes can be noted. */
    List<String> jvmOptions() {
        return List.of(
                hasArchive() ? "-XX:SharedArchiveFile=" + archive() : "-XX:+RecordDynamicDumpInfo");
    }

    /** Takes the jar apart, unless that is done. */
    void make() throws InterruptedException {
        synchronized (ServiceImage.class) {
            if (!Files.exists(folder)) {
                takeApart();
            }
        }
    }

    private void takeApart() throws InterruptedException {
        try {
            Path unfinished = Files.createTempDirectory(folder.getParent(), "unfinished-");
            boolean done =
                    run(
                            List.of(
                                    java("java"),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-Djarmode=tools",
                                    "-jar",
                                    executable.toString(),
                                    "extract",
                                    "--force",
                                    "--destination",
                                    unfinished.toString()));
            if (!done) {
                Folders.delete(unfinished);
                throw new WorldException(
                        "Cannot take apart " + executable + "; run mvn package again.");
            }
            forgetFormer();
            complete(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take apart " + executable, e);
        }
    }

    private void complete(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException other) {
            // Another process was quicker.
            Folders.delete(unfinished);
        }
    }

    /** Images of former builds. */
    private void forgetFormer() throws IOException {
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            beside.filter(each -> each.getFileName().toString().startsWith(PREFIX))
                    .toList()
                    .forEach(Folders::delete);
        }
    }

    /**
     * Notes the classes of a process of this image that was started without an archive; it is
     * halted for some seconds meanwhile. Without effect where the JVM cannot do it: the next start
     * is as slow as this one was.
     */
    void record(long pid) throws InterruptedException {
        Path unfinished = folder.resolve("unfinished-" + pid + ".jsa");
        try {
            boolean done =
                    run(
                            List.of(
                                    java("jcmd"),
                                    Long.toString(pid),
                                    "VM.cds",
                                    "dynamic_dump",
                                    unfinished.toString()));
            if (done && Files.exists(unfinished)) {
                Files.move(unfinished, archive());
            }
        } catch (FileAlreadyExistsException other) {
            Folders.delete(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot note the classes of process " + pid, e);
        }
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
