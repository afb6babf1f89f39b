package org.fogg.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fogg.stack.StackException.Problem;
import org.fogg.stack.process.DetachedProcess;
import org.fogg.stack.process.ProcessIdentity;

/**
 * Servers whose data, logs and state are in one folder. They outlive the JVM that starts them; any
 * other JVM finds them through the same folder. All methods may be called from several threads and
 * several processes: those that start or stop wait for each other.
 *
 * <p>Every method that fails throws a {@link StackException} whose message is a sentence for the
 * user.
 */
public final class LocalStack {
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final StartStyle style;

    private LocalStack(Path folder, StartStyle style) {
        this.folder = folder;
        this.style = style;
    }

    /**
     * The stack of a folder, which need not exist yet.
     *
     * @param folder holds data, logs and state; only this library's
     */
    public static LocalStack in(Path folder) {
        return new LocalStack(folder.toAbsolutePath().normalize(), StartStyle.USUAL);
    }

    /**
     * The same stack, but servers started through it end by themselves (at once, as if killed) when
     * the given process is gone.
     */
    public LocalStack tiedTo(ProcessIdentity process) {
        return new LocalStack(folder, style.ownedBy(process));
    }

    /**
     * The same stack, but servers started through it take half the processor time to start, and
     * never reach their full speed: for few processors, and for runs of minutes rather than hours.
     */
    public LocalStack startingQuickly() {
        return new LocalStack(folder, style.quick());
    }

    /** The same stack, but its Cassandra gives reads and writes half a minute: for tests. */
    public LocalStack answeringPatiently() {
        return new LocalStack(folder, style.patient());
    }

    /**
     * The same stack, but Cassandra is started with another value of one of its settings: to try
     * what another one costs.
     *
     * @param setting its name in {@code cassandra.yaml}
     */
    public LocalStack withCassandraSetting(String setting, String value) {
        return new LocalStack(folder, style.cassandra(setting, value));
    }

    /** The same stack, but each server has this long to become ready (usually ten minutes). */
    public LocalStack withPatience(Duration newPatience) {
        return new LocalStack(folder, style.within(newPatience));
    }

    /** The folder that holds everything. */
    public Path folder() {
        return folder;
    }

    /**
     * Starts those of the servers that do not run, in parallel, and returns when all answer. Where
     * one fails, those that this call started are stopped again.
     *
     * @param servers with names of their own; one that runs already is left as it is
     * @return their states, in the order given, with their real ports
     */
    public List<ServerState> start(List<? extends ServerSpec> servers, StackListener listener) {
        servers.forEach(SpecRules::check);
        return locked(
                () ->
                        new StackStart(folder, new ServerStart(folder, style), listener)
                                .start(List.copyOf(servers)));
    }

    /** Starts one server again, as it was started last, on the same data and ports. */
    public ServerState start(String name, StackListener listener) {
        return start(List.of(spec(name)), listener).get(0);
    }

    /** Stops all servers, in parallel: SIGTERM, then SIGKILL for one that does not end. */
    public void stop(StackListener listener) {
        locked(
                () -> {
                    new StackStop(folder, STOP_PATIENCE).stop(specs(folder).values(), listener);
                    return true;
                });
    }

    /** Stops one server in the same way. */
    public void stop(String name, StackListener listener) {
        ServerSpec spec = spec(name);
        locked(
                () -> {
                    new StackStop(folder, STOP_PATIENCE).stop(List.of(spec), listener);
                    return true;
                });
    }

    /** Kills one server at once (SIGKILL), as a crash would. */
    public void kill(String name) {
        withProcess(name, DetachedProcess::kill);
    }

    /** Halts one server (SIGSTOP), as a machine that stands still would, until {@link #resume}. */
    public void suspend(String name) {
        withProcess(name, DetachedProcess::suspend);
    }

    /** Lets a halted server go on. */
    public void resume(String name) {
        withProcess(name, DetachedProcess::resume);
    }

    /** Lets one server have the processor only where nothing else wants it, while it runs. */
    public void giveWay(String name) {
        withProcess(name, DetachedProcess::giveWay);
    }

    @FunctionalInterface
    private interface Signal {
        void send(DetachedProcess process) throws IOException, InterruptedException;
    }

    private void withProcess(String name, Signal signal) {
        ServerFolder server = new ServerFolder(folder, spec(name).name());
        locked(
                () -> {
                    Optional<DetachedProcess> process = DetachedProcess.find(server.process());
                    if (process.isPresent()) {
                        signal.send(process.get());
                    }
                    return true;
                });
    }

    /**
     * Makes a Cassandra node that does not run forget a keyspace, all that it wrote lately, and
     * what it has to tell other nodes. It keeps its place in the ring, and the schema.
     */
    public void forget(String name, String keyspace) {
        ServerFolder server = stopped(name);
        locked(
                () -> {
                    delete(server.data().resolve("data").resolve(keyspace));
                    delete(server.data().resolve("commitlog"));
                    delete(server.data().resolve("hints"));
                    delete(server.data().resolve("saved_caches"));
                    return true;
                });
    }

    /** Makes a Cassandra node that does not run forget what it has to tell other nodes. */
    public void forgetHints(String name) {
        ServerFolder server = stopped(name);
        locked(
                () -> {
                    delete(server.data().resolve("hints"));
                    return true;
                });
    }

    private ServerFolder stopped(String name) {
        if (status(name).running()) {
            throw new StackException(
                    Problem.BROKEN, "The data of " + name + " cannot be changed while it runs.");
        }
        return new ServerFolder(folder, name);
    }

    /** How to steer a Cassandra node that runs. */
    public CassandraControl control(String name) {
        return new CassandraControl(name, ((CassandraSpec) spec(name)).jmxPort());
    }

    /** One server, asked now. */
    public ServerState status(String name) {
        try {
            return state(spec(name));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** All servers ever started in this folder, each asked now; sorted by name. */
    public List<ServerState> status() {
        try {
            List<ServerState> states = new ArrayList<>();
            for (ServerSpec spec : specs(folder).values()) {
                states.add(state(spec));
            }
            return states;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private ServerState state(ServerSpec spec) throws IOException {
        ServerFolder server = new ServerFolder(folder, spec.name());
        Optional<DetachedProcess> process = DetachedProcess.find(server.process());
        if (process.isEmpty()) {
            return new ServerState(spec, 0, false, server.log());
        }
        boolean healthy = Recipe.of(spec.kind()).answers(spec);
        return ServerStart.state(spec, process.get(), healthy, server);
    }

    /** Deletes data, logs and state; refuses while a server runs. */
    public void wipe() {
        locked(
                () -> {
                    for (ServerSpec spec : specs(folder).values()) {
                        ServerFolder server = new ServerFolder(folder, spec.name());
                        if (DetachedProcess.find(server.process()).isPresent()) {
                            throw new StackException(
                                    Problem.BROKEN,
                                    "The data of "
                                            + spec.kind().title()
                                            + " cannot be deleted while it runs; stop it first.");
                        }
                        delete(server.root());
                    }
                    delete(folder.resolve("logs"));
                    return true;
                });
    }

    private ServerSpec spec(String name) {
        try {
            ServerSpec spec = specs(folder).get(name);
            if (spec == null) {
                throw new StackException(
                        Problem.BROKEN, "No server named " + name + " was started in " + folder);
            }
            return spec;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** What was started in the folder, by name. */
    static Map<String, ServerSpec> specs(Path folder) throws IOException {
        Map<String, ServerSpec> specs = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return specs;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                SpecFile.read(entry.resolve("spec.properties"))
                        .ifPresent(spec -> specs.put(spec.name(), spec));
            }
        }
        return specs;
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private <T> T locked(Work<T> work) {
        try {
            StackLock lock = StackLock.take(folder);
            try {
                return work.run();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(
                    Problem.INTERRUPTED, "Starting or stopping the servers was interrupted.", e);
        }
    }

    private StackException broken(IOException e) {
        return new StackException(
                Problem.BROKEN, "The servers in " + folder + " cannot be handled: " + e, e);
    }
}
