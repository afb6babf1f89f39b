package org.fogg.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fogg.stack.StackListener.Step;
import org.fogg.stack.process.DetachedProcess;

/** Starts servers side by side, after checking all that can be checked before. */
final class StackStart {
    private static final Duration CLEAN_UP_PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final ServerStart starter;
    private final Reporter reporter;

    StackStart(Path folder, ServerStart starter, StackListener listener) {
        this.folder = folder;
        this.starter = starter;
        this.reporter = new Reporter(listener);
    }

    List<ServerState> start(List<ServerSpec> servers) throws IOException, InterruptedException {
        Map<String, ServerSpec> before = LocalStack.specs(folder);
        List<Callable<ServerState>> first = new ArrayList<>();
        List<ServerSpec> missing = new ArrayList<>();
        for (ServerSpec spec : servers) {
            Optional<DetachedProcess> process =
                    DetachedProcess.find(new ServerFolder(folder, spec.name()).process());
            if (process.isPresent()) {
                ServerSpec recorded = before.getOrDefault(spec.name(), spec);
                first.add(() -> join(recorded, process.get()));
            } else {
                missing.add(spec);
            }
        }
        try {
            return inOrder(servers, startAll(first, missing, before));
        } catch (StackException | IOException | InterruptedException e) {
            // A failed start leaves behind what ran before it, and nothing else.
            new StackStop(folder, CLEAN_UP_PATIENCE).stop(missing, StackListener.SILENT);
            throw e;
        }
    }

    private List<ServerState> startAll(
            List<Callable<ServerState>> first,
            List<ServerSpec> missing,
            Map<String, ServerSpec> before)
            throws IOException, InterruptedException {
        List<Callable<ServerState>> joining = new ArrayList<>();
        if (!missing.isEmpty()) {
            missing.forEach(spec -> ServerHome.of(spec.kind()));
            JavaHome java = JavaSearch.ofThisMachine().find();
            Memory.check(missing, Memory.availableMb());
            List<ServerSpec> resolved = PortPlan.resolve(missing, before);
            for (int i = 0; i < missing.size(); i++) {
                ServerSpec asked = missing.get(i);
                ServerSpec spec = resolved.get(i);
                (joins(spec) ? joining : first)
                        .add(() -> starter.start(asked, spec, java, reporter));
            }
        }
        List<ServerState> states = new ArrayList<>(Parallel.run(first));
        // Cassandra nodes join a ring one after another, once the first seed runs: two that begin
        // a ring at once may each be left with one of their own.
        for (Callable<ServerState> node : joining) {
            states.addAll(Parallel.run(List.of(node)));
        }
        return states;
    }

    private static boolean joins(ServerSpec spec) {
        return spec instanceof CassandraSpec node && !node.isFirst();
    }

    /** Waits for a server that runs already; its starter may have died before it was ready. */
    private ServerState join(ServerSpec spec, DetachedProcess process) throws InterruptedException {
        ServerFolder server = new ServerFolder(folder, spec.name());
        if (!starter.awaitReady(spec, process)) {
            throw starter.notReady(spec, server);
        }
        ServerState state = ServerStart.state(spec, process, true, server);
        reporter.step(state, Step.ALREADY_READY);
        return state;
    }

    private static List<ServerState> inOrder(List<ServerSpec> servers, List<ServerState> states) {
        Map<String, ServerState> byName = new HashMap<>();
        states.forEach(state -> byName.put(state.name(), state));
        List<ServerState> ordered = new ArrayList<>();
        for (ServerSpec spec : servers) {
            ServerState state = byName.get(spec.name());
            if (state == null) {
                throw new IllegalArgumentException("Two servers are named " + spec.name());
            }
            ordered.add(state);
        }
        return ordered;
    }
}
