package org.fogg.launcher.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fogg.stack.LocalStack;
import org.fogg.stack.ServerState;

/**
 * The world of one folder: all that {@code fogg up} starts, found again by any later JVM. Methods
 * that start or stop refuse while another command does; the rest may be called at any time, from
 * any thread.
 *
 * <p>What a user can mend is a {@link WorldException} or an {@link org.fogg.stack.StackException},
 * each with a sentence for them.
 */
public final class World {

    /** How long a server may take to start; a machine that is busy with others may need it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final WorldHome home;
    private final Ports ports;
    private final Blueprint blueprint;
    private final Http http = new Http();
    private final LocalStack stack;
    private final ServiceRunner services;

    private World(WorldHome home, Ports ports) {
        this.home = home;
        this.ports = ports;
        blueprint = new Blueprint(home, ports);
        stack = LocalStack.in(home.folder()).startingQuickly().withPatience(PATIENCE);
        services = new ServiceRunner(home, http);
    }

    /** The world of a folder, running or not. */
    public static World at(WorldHome home, Ports ports) {
        return new World(home, ports);
    }

    /** Its folders. */
    public WorldHome home() {
        return home;
    }

    /** The description of the world, if it runs or was left behind half started. */
    public Optional<WorldFile> described() {
        return WorldFile.read(home.worldFile());
    }

    /**
     * The description of the running world.
     *
     * @throws WorldException if none runs
     */
    public WorldFile running() {
        return described()
                .orElseThrow(
                        () -> new WorldException("No world is running; start one with fogg up."));
    }

    /**
     * The processes of the running world.
     *
     * @throws WorldException if none runs
     */
    public Parts parts() {
        return new Parts(blueprint, services, stack, running());
    }

    /** Whether there is data of a former run. */
    public boolean hasData() {
        return DataOrigin.exists(home);
    }

    /**
     * Starts the world and waits until every part is ready and every stock has a price. Where it
     * runs already nothing changes, but a part that has died is started again, as it was. Where
     * starting fails, all that this call started is stopped again.
     *
     * @param progress told what happens, a line each; from several threads
     * @return whether anything was started
     */
    public boolean up(WorldSettings settings, Consumer<String> progress)
            throws InterruptedException {
        return WorldLock.holding(
                home,
                () -> {
                    Optional<WorldFile> present = described();
                    if (present.isPresent()) {
                        return complete(present.get(), progress);
                    }
                    DataOrigin.require(home, settings);
                    PortCheck.requireFree(ports, settings);
                    WorldFile world = blueprint.describe(settings, new SecureRandom());
                    blueprint.services(world).forEach(ServiceSpec::requireBuilt);
                    startAnew(world, progress);
                    return true;
                });
    }

    /**
     * Makes later starts of this build's services quick, where they are not yet: what the running
     * ones have loaded is noted, for which each stands still for some seconds.
     */
    public void noteClasses(Consumer<String> progress) throws InterruptedException {
        Optional<WorldFile> world = described();
        if (world.isPresent()) {
            services.noteClasses(blueprint.services(world.get()), progress);
        }
    }

    /**
     * Stops everything, the brokers first, so that they hand over properly.
     *
     * @return whether anything ran
     */
    public boolean down(Consumer<String> progress) throws InterruptedException {
        return WorldLock.holding(home, () -> stopAll(progress));
    }

    /**
     * Deletes data, logs and the load generator's records.
     *
     * @throws WorldException if the world runs
     */
    public void wipe() throws InterruptedException {
        WorldLock.holding(home, this::deleteAll);
    }

    private boolean deleteAll() {
        if (described().isPresent()) {
            throw new WorldException(
                    "The data cannot be deleted while the world runs; stop it with fogg down.");
        }
        stack.wipe();
        Folders.delete(home.logs());
        Folders.delete(home.clientRecords());
        Folders.delete(home.processes());
        DataOrigin.forget(home);
        return true;
    }

    /** Asks every part how it is. */
    public StatusReport status() throws InterruptedException {
        Optional<WorldFile> world = described();
        return world.isEmpty()
                ? StatusReport.NOTHING
                : new StatusReader(blueprint, services, stack).read(world.get());
    }

    /** The logs there are, by the part's name. */
    public Map<String, Path> logs() {
        Map<String, Path> logs = new TreeMap<>();
        if (!Files.isDirectory(home.logs())) {
            return logs;
        }
        try (Stream<Path> files = Files.list(home.logs())) {
            files.forEach(
                    file -> {
                        String name = file.getFileName().toString();
                        if (name.endsWith(".log")) {
                            logs.put(name.substring(0, name.length() - ".log".length()), file);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + home.logs(), e);
        }
        return logs;
    }

    private boolean complete(WorldFile world, Consumer<String> progress)
            throws InterruptedException {
        List<String> gone = gone(world);
        if (gone.isEmpty()) {
            progress.accept("A world is running already; nothing is changed. See fogg status.");
            return false;
        }
        progress.accept("Not running: " + String.join(", ", gone) + ". Starting again.");
        start(world, progress);
        return true;
    }

    private void startAnew(WorldFile world, Consumer<String> progress) throws InterruptedException {
        world.write(home.worldFile());
        DataOrigin.write(home, world.settings());
        try {
            start(world, progress);
        } catch (RuntimeException | InterruptedException e) {
            // Stopping must not be cut short by what ended the start.
            boolean interrupted = Thread.interrupted();
            progress.accept("Starting did not work; stopping what was started.");
            stopAll(line -> {});
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    private void start(WorldFile world, Consumer<String> progress) throws InterruptedException {
        new StartUp(blueprint, services, stack, progress).run(world);
        new PricesReady(http).await(world);
    }

    private List<String> gone(WorldFile world) {
        Set<String> running = new HashSet<>();
        stack.status().stream()
                .filter(ServerState::running)
                .forEach(server -> running.add(server.name()));
        List<String> gone = new ArrayList<>();
        blueprint.servers(world).forEach(server -> gone.add(server.name()));
        for (ServiceSpec service : blueprint.services(world)) {
            gone.add(service.name());
            if (services.find(service.name()).isPresent()) {
                running.add(service.name());
            }
        }
        gone.removeAll(running);
        return gone;
    }

    private boolean stopAll(Consumer<String> progress) throws InterruptedException {
        Optional<WorldFile> world = described();
        boolean found = services.stopAll(order(world), progress);
        found |= stack.status().stream().anyMatch(ServerState::running);
        stack.stop(step -> progress.accept(step.line()));
        Folders.delete(home.worldFile());
        return found || world.isPresent();
    }

    /** Brokers before the exchanges that they trade with. */
    private List<String> order(Optional<WorldFile> world) {
        List<String> names = new ArrayList<>();
        world.ifPresent(
                file -> blueprint.services(file).forEach(service -> names.add(service.name())));
        Collections.reverse(names);
        return names;
    }
}
