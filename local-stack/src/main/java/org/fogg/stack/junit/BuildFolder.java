package org.fogg.stack.junit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fogg.stack.LocalStack;
import org.fogg.stack.ProjectRoot;
import org.fogg.stack.StackListener;
import org.fogg.stack.process.ProcessIdentity;

/** The folder of a build's servers, below the project's {@code target}. */
final class BuildFolder {
    private static final String OWNER = "owner";

    private BuildFolder() {}

    /**
     * The folder of the build, made where it does not exist; those of builds that have ended are
     * deleted. (Their logs stay until then, for whoever looks into a failure.)
     */
    static Path of(BuildOwner owner) throws IOException {
        Path all = ProjectRoot.find().resolve("target").resolve("test-servers");
        Files.createDirectories(all);
        ProcessIdentity process = owner.process();
        Path own =
                all.resolve(process.pid() + "-" + Integer.toHexString(process.start().hashCode()));
        try (FileChannel lock =
                FileChannel.open(
                        all.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            deleteEnded(all, own);
            Files.createDirectories(own);
            Files.write(own.resolve(OWNER), List.of(Long.toString(process.pid()), process.start()));
        }
        return own;
    }

    private static void deleteEnded(Path all, Path own) throws IOException {
        try (Stream<Path> folders = Files.list(all)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (!folder.equals(own) && hasEnded(folder)) {
                    // They end by themselves, but perhaps not yet.
                    LocalStack.in(folder).stop(StackListener.SILENT);
                    delete(folder);
                }
            }
        }
    }

    private static boolean hasEnded(Path folder) throws IOException {
        Path file = folder.resolve(OWNER);
        if (!Files.exists(file)) {
            return true;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() != 2
                || !new ProcessIdentity(Long.parseLong(lines.get(0)), lines.get(1)).isAlive();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
