package org.fogg.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fogg.stack.StackException.Problem;
import org.fogg.stack.process.DetachedProcess;
import org.fogg.stack.process.ProcessIdentity;

/** Starts one server and waits until it answers. */
final class ServerStart {
    private static final long POLL_MILLIS = 200;
    private static final int PORT_TRIES = 3;

    private final Path stack;
    private final StartStyle style;

    ServerStart(Path stack, StartStyle style) {
        this.stack = stack;
        this.style = style;
    }

    /** Called with each step of this server. */
    interface Steps {
        void step(ServerState state, StackListener.Step step);
    }

    /**
     * Starts the server's process and waits until it answers.
     *
     * @param asked what the caller wants; a port of 0 there allows another try on another port
     * @param resolved the same with all ports known
     * @throws StackException if it dies or does not become ready
     * @throws InterruptedException if interrupted; the process may then run
     */
    ServerState start(ServerSpec asked, ServerSpec resolved, JavaHome java, Steps steps)
            throws IOException, InterruptedException {
        ServerSpec spec = resolved;
        for (int attempt = 1; ; attempt++) {
            ServerFolder folder = new ServerFolder(stack, spec.name());
            LogTail log = LogTail.beforeStart(folder.log());
            DetachedProcess process = launch(spec, folder, java);
            steps.step(state(spec, process, false, folder), StackListener.Step.STARTING);
            boolean ready = awaitReady(spec, process);
            if (ready) {
                ServerState state = state(spec, process, true, folder);
                steps.step(state, StackListener.Step.READY);
                return state;
            }
            if (process.isAlive()) {
                throw notReady(spec, folder);
            }
            boolean collision = log.contains("already in use") && asked.ports().containsValue(0);
            if (!collision || attempt == PORT_TRIES) {
                throw died(spec, process, folder, log);
            }
            spec = PortPlan.resolve(List.of(asked), Map.of()).get(0);
        }
    }

    /** Waits until a running server answers; false if it ended or time is up. */
    boolean awaitReady(ServerSpec spec, DetachedProcess process) throws InterruptedException {
        Recipe recipe = Recipe.of(spec.kind());
        long deadline = System.nanoTime() + style.patience().toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            // Not the port alone: someone else might answer there while this one dies.
            if (recipe.answers(spec) && process.isAlive()) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    StackException notReady(ServerSpec spec, ServerFolder folder) {
        return new StackException(
                Problem.NOT_READY,
                spec.kind().title()
                        + " ("
                        + spec.name()
                        + ") runs but did not answer within "
                        + style.patience().toSeconds()
                        + " s; see its log "
                        + folder.log()
                        + ".");
    }

    private static StackException died(
            ServerSpec spec, DetachedProcess process, ServerFolder folder, LogTail log)
            throws IOException {
        String code =
                process.exitCode().isPresent()
                        ? " (exit code " + process.exitCode().getAsInt() + ")"
                        : "";
        return new StackException(
                Problem.DIED,
                spec.kind().title()
                        + " ("
                        + spec.name()
                        + ") ended while starting"
                        + code
                        + ": "
                        + log.meaningfulLine()
                        + " (log: "
                        + folder.log()
                        + ")");
    }

    private DetachedProcess launch(ServerSpec spec, ServerFolder folder, JavaHome java)
            throws IOException {
        Files.createDirectories(folder.data());
        Recipe recipe = Recipe.of(spec.kind());
        Launch launch = recipe.prepare(spec, folder, ServerHome.of(spec.kind()));
        launch = launch.withOptions(style.options());
        if (style.owner() != null) {
            launch = guarded(launch, style.owner());
        }
        Path arguments = folder.config().resolve("java.args");
        launch.write(arguments);
        SpecFile.write(spec, folder.spec());
        List<String> command = new ArrayList<>();
        command.add(java.command().toString());
        command.add("-Dfogg.server=" + spec.name());
        command.add("@" + arguments);
        return DetachedProcess.start(
                folder.process(),
                recipe.yields() ? DetachedProcess.yielding(command) : command,
                Map.of(),
                folder.root(),
                folder.log());
    }

    private static Launch guarded(Launch launch, ProcessIdentity owner) {
        try {
            Path own =
                    Path.of(
                            GuardedMain.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return launch.within(
                    GuardedMain.class.getName(),
                    own.toString(),
                    List.of(Long.toString(owner.pid()), owner.start()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The path of local-stack's own classes", e);
        }
    }

    static ServerState state(
            ServerSpec spec, DetachedProcess process, boolean healthy, ServerFolder folder) {
        return new ServerState(spec, process.pid(), healthy, folder.log());
    }
}
