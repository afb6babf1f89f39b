package org.fogg.launcher.world;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fogg.stack.CassandraControl;
import org.fogg.stack.LocalStack;
import org.fogg.stack.ServerSpec;
import org.fogg.stack.StackListener;
import org.fogg.stack.process.DetachedProcess;

/**
 * The processes of a running world, one by one, for whoever wants to see them fail. Nothing is told
 * to the process itself: it is killed or halted as a broken machine would.
 */
public final class Parts {

    private final Blueprint blueprint;
    private final ServiceRunner services;
    private final LocalStack stack;
    private final WorldFile world;

    Parts(Blueprint blueprint, ServiceRunner services, LocalStack stack, WorldFile world) {
        this.blueprint = blueprint;
        this.services = services;
        this.stack = stack;
        this.world = world;
    }

    /** All of them, running or not. */
    public List<Part> all() {
        List<Part> all = new ArrayList<>();
        for (ServerSpec server : blueprint.servers(world)) {
            Part.Kind kind = Part.Kind.valueOf(server.kind().name());
            all.add(new Part(server.name(), kind));
        }
        for (ServiceSpec service : blueprint.services(world)) {
            all.add(new Part(service.name(), kindOf(service.name())));
        }
        return all;
    }

    private Part.Kind kindOf(String service) {
        boolean broker =
                world.georegions().stream()
                        .flatMap(georegion -> georegion.brokers().stream())
                        .anyMatch(each -> each.name().equals(service));
        if (broker) {
            return Part.Kind.BROKERS;
        }
        return service.equals(Blueprint.ANALYTICS) ? Part.Kind.ANALYTICS : Part.Kind.EXCHANGES;
    }

    /** Kills it (SIGKILL), and returns when it is gone. */
    public void kill(Part part) throws InterruptedException {
        if (isServer(part)) {
            stack.kill(part.name());
        } else {
            signal(part, DetachedProcess::kill);
        }
    }

    /** Kills all of them at once, and returns when they are gone. */
    public void killAll(List<Part> parts) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, parts.size()));
        try {
            List<Callable<Void>> kills = new ArrayList<>();
            for (Part part : parts) {
                kills.add(
                        () -> {
                            kill(part);
                            return null;
                        });
            }
            for (Future<Void> killed : threads.invokeAll(kills)) {
                killed.get();
            }
        } catch (ExecutionException e) {
            throw new WorldException("Not everything could be killed: " + e.getCause(), e);
        } finally {
            threads.shutdown();
        }
    }

    /** Stops a server in order. */
    public void stop(Part server) {
        stack.stop(server.name(), StackListener.SILENT);
    }

    /** The Cassandra node of a data centre. */
    public Part cassandra(WorldFile.Georegion georegion, WorldFile.CassandraNode node) {
        return new Part(Blueprint.cassandra(world, georegion, node), Part.Kind.CASSANDRA);
    }

    /** Makes a node that does not run forget what it has to tell the others. */
    public void forgetHints(Part node) {
        stack.forgetHints(node.name());
    }

    /** Makes a node that does not run forget a keyspace. */
    public void forget(Part node, String keyspace) {
        stack.forget(node.name(), keyspace);
    }

    /** How to steer a node that runs. */
    public CassandraControl control(Part node) {
        return stack.control(node.name());
    }

    /** Halts it (SIGSTOP). */
    public void suspend(Part part) throws InterruptedException {
        if (isServer(part)) {
            stack.suspend(part.name());
        } else {
            signal(part, DetachedProcess::suspend);
        }
    }

    /** Lets it go on (SIGCONT); nothing where it does not run, or was not halted. */
    public void resume(Part part) throws InterruptedException {
        if (isServer(part)) {
            stack.resume(part.name());
        } else {
            signal(part, DetachedProcess::resume);
        }
    }

    /** Lets it have the processor only where nothing else wants it, until it is started again. */
    public void giveWay(Part part) throws InterruptedException {
        if (isServer(part)) {
            stack.giveWay(part.name());
        } else {
            signal(part, DetachedProcess::giveWay);
        }
    }

    /**
     * Starts it as it was, unless it runs, and returns when it is ready.
     *
     * @throws WorldException if a service does not become ready
     * @throws org.fogg.stack.StackException if a server does not
     */
    public void start(Part part) throws InterruptedException {
        if (isServer(part)) {
            stack.start(part.name(), StackListener.SILENT);
        } else {
            // Who asks for it tells what it waits for.
            services.start(service(part), line -> {});
        }
    }

    /** Whether its process runs, halted or not. */
    public boolean isRunning(Part part) {
        return isServer(part)
                ? stack.status(part.name()).running()
                : services.find(part.name()).isPresent();
    }

    /** Whether it runs and answers. */
    public boolean isHealthy(Part part) {
        return isServer(part)
                ? stack.status(part.name()).healthy()
                : services.find(part.name()).isPresent() && services.isReady(service(part));
    }

    private boolean isServer(Part part) {
        return blueprint.servers(world).stream().anyMatch(each -> each.name().equals(part.name()));
    }

    private ServiceSpec service(Part part) {
        return blueprint.services(world).stream()
                .filter(each -> each.name().equals(part.name()))
                .findFirst()
                .orElseThrow();
    }

    private interface Signal {
        void send(DetachedProcess process) throws IOException, InterruptedException;
    }

    private void signal(Part part, Signal signal) throws InterruptedException {
        Optional<DetachedProcess> process = services.find(part.name());
        if (process.isPresent()) {
            try {
                signal.send(process.get());
            } catch (IOException e) {
                throw new WorldException(e.getMessage() + " (" + part.name() + ")", e);
            }
        }
    }
}
