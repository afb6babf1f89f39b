package org.fogg.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One process for all time: its pid together with when it started, because a pid alone is given
 * again to others.
 *
 * @param pid the process id
 * @param start when it started, in a form that only {@link #equals} reads: on Linux the boot and
 *     the clock tick within it, which no change of the wall clock moves; elsewhere milliseconds
 */
public record ProcessIdentity(long pid, String start) {
    private static final Path PROC = Path.of("/proc");
    // Fields of /proc/<pid>/stat, counted after the closing bracket of the command's name.
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    /**
     * Tells the identity of the process that has this pid now.
     *
     * @return empty where there is none, or only a dead one that nobody has waited for yet
     */
    public static Optional<ProcessIdentity> of(long pid) {
        if (Files.isDirectory(PROC.resolve("self"))) {
            return linuxStart(pid).map(start -> new ProcessIdentity(pid, start));
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(instant -> new ProcessIdentity(pid, Long.toString(instant.toEpochMilli())));
    }

    /** Tells the identity of this JVM. */
    public static ProcessIdentity current() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Tells whether this very process, and not a later one with its pid, still runs. */
    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    private static Optional<String> linuxStart(long pid) {
        try {
            Path process = PROC.resolve(Long.toString(pid));
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if (fields[STATE].equals("Z") && hasEnded(process)) {
                return Optional.empty();
            }
            String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            return Optional.of(boot + "/" + fields[START_TICKS]);
        } catch (IOException gone) {
            // The process ended before or while its file was read.
            return Optional.empty();
        }
    }

    /** A killed process shows as a zombie while its last threads still hold its ports. */
    private static boolean hasEnded(Path zombie) throws IOException {
        try (Stream<Path> threads = Files.list(zombie.resolve("task"))) {
            return threads.count() <= 1;
        }
    }
}
