package org.fogg.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process that goes on when the JVM that started it ends, also when that JVM is killed or its
 * terminal is closed, and that any later JVM finds again through the record it left. Safe for use
 * by several threads.
 */
public final class DetachedProcess {
    private static final String TOKEN_VARIABLE = "FOGG_PROCESS";

    /** Becomes the command itself (POSIX nice), so that the process id stays. */
    private static final String NICE = "/usr/bin/nice";

    private static final Duration KILL_PATIENCE = Duration.ofMinutes(1);
    private static final long POLL_MILLIS = 100;

    private final ProcessIdentity identity;
    private final Instant startedAt;
    private final @Nullable Process child;

    private DetachedProcess(ProcessIdentity identity, Instant startedAt, @Nullable Process child) {
        this.identity = identity;
        this.startedAt = startedAt;
        this.child = child;
    }

    /**
     * Starts a process that ignores its terminal: neither Ctrl-C nor closing the terminal reaches
     * it.
     *
     * @param record the file to record it in; one record tells of one process, the latest
     * @param command program and arguments
     * @param environment variables to add to this JVM's own
     * @param directory its working directory
     * @param log the file its standard output and error are appended to
     * @throws IOException if it cannot be started or recorded; then nothing of it runs
     */
    public static DetachedProcess start(
            Path record,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log)
            throws IOException {
        String token = UUID.randomUUID().toString();
        Instant now = Instant.now();
        Files.createDirectories(directory);
        Files.createDirectories(log.toAbsolutePath().getParent());
        // First, so that a starter killed in the next line leaves a trace of what it started.
        new ProcessRecord(token, null, now).write(record);
        Process child = builder(command, environment, directory, log, token).start();
        try {
            child.getOutputStream().close();
            ProcessIdentity identity =
                    ProcessIdentity.of(child.pid())
                            .orElseGet(() -> new ProcessIdentity(child.pid(), "ended at once"));
            new ProcessRecord(token, identity, now).write(record);
            return new DetachedProcess(identity, now, child);
        } catch (IOException e) {
            child.destroyForcibly();
            throw e;
        }
    }

    /**
     * The same command, but where the system can do that, run after others that want the processor.
     *
     * @param command program and arguments
     */
    public static List<String> yielding(List<String> command) {
        if (!new File(NICE).canExecute()) {
            return command;
        }
        List<String> nice = new ArrayList<>(List.of(NICE, "-n", "10"));
        nice.addAll(command);
        return nice;
    }

    private static ProcessBuilder builder(
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            String token) {
        List<String> detached = new ArrayList<>();
        if (new File("/bin/sh").canExecute()) {
            // An ignored signal stays ignored across exec, and exec keeps the pid.
            detached.addAll(List.of("/bin/sh", "-c", "trap '' HUP INT QUIT; exec \"$@\"", "sh"));
        }
        detached.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(detached)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put(TOKEN_VARIABLE, token);
        return builder;
    }

    /**
     * Finds the process that a record tells of.
     *
     * @return empty where there is no record, or its process no longer runs
     * @throws IOException if the record cannot be read
     */
    public static Optional<DetachedProcess> find(Path record) throws IOException {
        Optional<ProcessRecord> found = ProcessRecord.read(record);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ProcessIdentity identity = found.get().identity();
        if (identity == null) {
            identity = findByToken(found.get().token()).orElse(null);
        }
        if (identity == null || !identity.isAlive()) {
            return Optional.empty();
        }
        return Optional.of(new DetachedProcess(identity, found.get().startedAt(), null));
    }

    private static Optional<ProcessIdentity> findByToken(String token) {
        String variable = TOKEN_VARIABLE + "=" + token;
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> hasVariable(process.pid(), variable))
                    .findFirst()
                    .flatMap(process -> ProcessIdentity.of(process.pid()));
        }
    }

    private static boolean hasVariable(long pid, String variable) {
        try {
            byte[] environment =
                    Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
            return new String(environment, StandardCharsets.UTF_8).contains(variable);
        } catch (IOException unreadable) {
            // Gone meanwhile, or someone else's: not the one looked for in either case.
            return false;
        }
    }

    /** The process id. */
    public long pid() {
        return identity.pid();
    }

    /** When it was started, by the wall clock of that moment. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Tells whether this very process still runs. */
    public boolean isAlive() {
        return child == null ? identity.isAlive() : child.isAlive();
    }

    /** The exit code, known once it has ended and only to the JVM that started it. */
    public OptionalInt exitCode() {
        return child == null || child.isAlive()
                ? OptionalInt.empty()
                : OptionalInt.of(child.exitValue());
    }

    /**
     * Asks it to end (SIGTERM), and kills it where it does not within the patience given.
     *
     * @return whether it ended by itself
     * @throws InterruptedException if interrupted while waiting; it may then still run
     */
    public boolean stop(Duration patience) throws InterruptedException {
        signal(false);
        if (awaitEnd(patience)) {
            return true;
        }
        kill();
        return false;
    }

    /**
     * Kills it (SIGKILL) and waits until it is gone.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void kill() throws InterruptedException {
        signal(true);
        if (!awaitEnd(KILL_PATIENCE)) {
            throw new IllegalStateException("Process " + pid() + " does not die of SIGKILL.");
        }
    }

    /**
     * Halts it where it is (SIGSTOP), as a machine without processor time would, until {@link
     * #resume}. It keeps its memory, connections and ports.
     *
     * @throws IOException if the signal cannot be sent
     * @throws InterruptedException if interrupted meanwhile
     */
    public void suspend() throws IOException, InterruptedException {
        send("STOP");
    }

    /**
     * Lets it go on (SIGCONT).
     *
     * @throws IOException if the signal cannot be sent
     * @throws InterruptedException if interrupted meanwhile
     */
    public void resume() throws IOException, InterruptedException {
        send("CONT");
    }

    /**
     * Lets it have the processor only where a process of usual priority does not want it. That
     * cannot be taken back.
     *
     * @throws IOException if no shell can be started
     * @throws InterruptedException if interrupted meanwhile
     */
    public void giveWay() throws IOException, InterruptedException {
        // On Linux each thread has a priority of its own, which those it starts inherit.
        String threads = "$(ls /proc/" + pid() + "/task 2> /dev/null || echo " + pid() + ")";
        new ProcessBuilder("/bin/sh", "-c", "renice -n 19 -p " + threads)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** The JDK sends no such signals; every POSIX shell does. */
    private void send(String signal) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (shell.waitFor() != 0) {
            throw new IOException("Process " + pid() + " does not take SIG" + signal);
        }
    }

    private void signal(boolean forcibly) {
        if (!isAlive()) {
            return;
        }
        ProcessHandle.of(pid())
                .ifPresent(
                        handle -> {
                            if (forcibly) {
                                handle.destroyForcibly();
                            } else {
                                handle.destroy();
                            }
                        });
    }

    private boolean awaitEnd(Duration patience) throws InterruptedException {
        if (child != null) {
            return child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (identity.isAlive()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }
}
