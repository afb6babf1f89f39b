package org.fogg.launcher.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fogg.stack.process.DetachedProcess;

/** Starts, finds and stops Fogg's own services as processes that outlive the launcher. */
final class ServiceRunner {

    /** Also enough where the processors are busy with something else half of the time. */
    private static final Duration READY_PATIENCE = Duration.ofMinutes(10);

    private static final Duration NEWS_EVERY = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
    private static final long POLL_MILLIS = 250;
    private static final String SUFFIX = ".process";

    private final WorldHome home;
    private final Http http;

    ServiceRunner(WorldHome home, Http http) {
        this.home = home;
        this.http = http;
    }

    /**
     * Starts the service unless it runs, and waits until it is ready.
     *
     * @param progress is told every half minute that there is nothing new
     * @throws WorldException if it ends before it is ready, or is not ready in time
     */
    void start(ServiceSpec service, Consumer<String> progress) throws InterruptedException {
        service.image().make();
        DetachedProcess process = find(service.name()).orElseGet(() -> launch(service));
        long begun = System.nanoTime();
        long news = NEWS_EVERY.toNanos();
        while (!isReady(service)) {
            if (!process.isAlive()) {
                throw new WorldException(
                        service.name()
                                + " ended before it was ready; its log is "
                                + home.log(service.name()));
            }
            long waited = System.nanoTime() - begun;
            if (waited > READY_PATIENCE.toNanos()) {
                throw new WorldException(
                        service.name()
                                + " was not ready after "
                                + READY_PATIENCE.toSeconds()
                                + " s; its log is "
                                + home.log(service.name()));
            }
            if (waited > news) {
                news += NEWS_EVERY.toNanos();
                progress.accept(
                        "Still waiting for "
                                + service.name()
                                + " after "
                                + Duration.ofNanos(waited).toSeconds()
                                + " s; its log is "
                                + home.log(service.name()));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /**
     * Makes later starts quick, where they are not yet. One after the other, so that the parts do
     * not stand still all at once.
     */
    void noteClasses(List<ServiceSpec> services, Consumer<String> progress)
            throws InterruptedException {
        for (ServiceSpec service : services) {
            Optional<DetachedProcess> process = find(service.name());
            if (process.isPresent() && !service.image().hasArchive()) {
                progress.accept("Noting what " + service.name() + " loads, for quicker starts ...");
                service.image().record(process.get().pid());
            }
        }
    }

    /** Whether it answers that it is ready. */
    boolean isReady(ServiceSpec service) {
        return http.get(service.health()).isPresent();
    }

    /** The service's process, if it runs. */
    Optional<DetachedProcess> find(String name) {
        try {
            return DetachedProcess.find(record(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + record(name), e);
        }
    }

    /**
     * Stops every service that was ever started here and still runs: first those named, in that
     * order, then whatever else there is.
     *
     * @return whether any ran
     */
    boolean stopAll(List<String> order, Consumer<String> progress) throws InterruptedException {
        Set<String> names = new LinkedHashSet<>(order);
        names.addAll(recorded());
        boolean found = false;
        for (String name : names) {
            Optional<DetachedProcess> process = find(name);
            if (process.isPresent()) {
                found = true;
                progress.accept("Stopping " + name + " ...");
                if (!process.get().stop(STOP_PATIENCE)) {
                    progress.accept(name + " did not stop and was killed");
                }
            }
        }
        return found;
    }

    private List<String> recorded() {
        if (!Files.isDirectory(home.processes())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.processes())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + home.processes(), e);
        }
    }

    private DetachedProcess launch(ServiceSpec service) {
        try {
            return DetachedProcess.start(
                    record(service.name()),
                    service.command(),
                    service.secrets(),
                    home.folder(),
                    home.log(service.name()));
        } catch (IOException e) {
            throw new WorldException(
                    service.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private Path record(String name) {
        return home.processes().resolve(name + SUFFIX);
    }
}
