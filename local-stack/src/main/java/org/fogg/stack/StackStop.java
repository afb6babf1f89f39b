package org.fogg.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fogg.stack.StackListener.Step;
import org.fogg.stack.process.DetachedProcess;

/** Stops servers side by side. */
final class StackStop {
    private final Path folder;
    private final Duration patience;

    StackStop(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    void stop(Collection<? extends ServerSpec> servers, StackListener listener)
            throws IOException, InterruptedException {
        Reporter reporter = new Reporter(listener);
        List<Callable<Boolean>> stops = new ArrayList<>();
        servers.forEach(spec -> stops.add(() -> stop(spec, reporter)));
        Parallel.run(stops);
    }

    private boolean stop(ServerSpec spec, Reporter reporter)
            throws IOException, InterruptedException {
        ServerFolder server = new ServerFolder(folder, spec.name());
        Optional<DetachedProcess> process = DetachedProcess.find(server.process());
        if (process.isEmpty()) {
            return false;
        }
        reporter.step(ServerStart.state(spec, process.get(), false, server), Step.STOPPING);
        boolean byItself = process.get().stop(patience);
        reporter.step(
                new ServerState(spec, 0, false, server.log()),
                byItself ? Step.STOPPED : Step.KILLED);
        return byItself;
    }
}
