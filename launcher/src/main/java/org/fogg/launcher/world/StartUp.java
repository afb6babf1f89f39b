package org.fogg.launcher.world;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fogg.stack.LocalStack;
import org.fogg.stack.ServerSpec;
import org.fogg.stack.StackListener;

/** Starts all parts of a world side by side, each as soon as what it needs is ready. */
final class StartUp {

    private static final long CLEAN_UP_SECONDS = 30;
    private static final double MILLIS_PER_SECOND = 1_000.0;

    private final Blueprint blueprint;
    private final ServiceRunner services;
    private final LocalStack stack;
    private final Consumer<String> progress;

    /** By server name. */
    private final Map<String, CountDownLatch> servers = new ConcurrentHashMap<>();

    StartUp(
            Blueprint blueprint,
            ServiceRunner services,
            LocalStack stack,
            Consumer<String> progress) {
        this.blueprint = blueprint;
        this.services = services;
        this.stack = stack;
        this.progress = progress;
    }

    /**
     * Starts what does not run and returns when all is ready. After a failure nothing more is
     * started, but what was may still run.
     *
     * @throws WorldException if a service fails
     * @throws org.fogg.stack.StackException if a server fails
     */
    void run(WorldFile world) throws InterruptedException {
        List<ServiceSpec> all = blueprint.services(world);
        List<ServerSpec> wanted = blueprint.servers(world);
        ExecutorService threads = Executors.newFixedThreadPool(1 + all.size());
        try {
            ExecutorCompletionService<String> started = new ExecutorCompletionService<>(threads);
            started.submit(() -> startServers(wanted));
            for (ServiceSpec service : all) {
                started.submit(() -> startService(service, wanted));
            }
            for (int i = 0; i <= all.size(); i++) {
                started.take().get();
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            threads.shutdownNow();
            awaitEnd(threads);
        }
    }

    private CountDownLatch ready(String server) {
        return servers.computeIfAbsent(server, name -> new CountDownLatch(1));
    }

    private String startServers(List<ServerSpec> wanted) {
        stack.start(wanted, this::onServer);
        return "servers";
    }

    private void onServer(StackListener.Progress step) {
        if (step.step() != StackListener.Step.ALREADY_READY) {
            progress.accept(step.line());
        }
        if (step.server().healthy()) {
            ready(step.server().name()).countDown();
        }
    }

    private String startService(ServiceSpec service, List<ServerSpec> wanted)
            throws InterruptedException {
        service.image().make();
        for (ServerSpec server : wanted) {
            if (service.needs().contains(server.kind())) {
                ready(server.name()).await();
            }
        }
        if (services.find(service.name()).isPresent() && services.isReady(service)) {
            return service.name();
        }
        progress.accept("Starting " + service.name() + " ...");
        long begun = System.nanoTime();
        services.start(service, progress);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "%s is ready after %.1f s",
                        service.name(),
                        took.toMillis() / MILLIS_PER_SECOND));
        return service.name();
    }

    private static RuntimeException failure(ExecutionException failed) throws InterruptedException {
        Throwable cause = failed.getCause();
        if (cause instanceof RuntimeException known) {
            return known;
        }
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return new IllegalStateException("Starting failed", failed);
    }

    /** What is cancelled cleans up after itself, also where this thread was interrupted. */
    private static void awaitEnd(ExecutorService threads) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        if (!threads.awaitTermination(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Starting could not be cancelled");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
