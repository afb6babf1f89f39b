package org.fogg.launcher.dc;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fogg.launcher.broker.BrokerAdmin;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Parts;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.jspecify.annotations.Nullable;

/** The red button: kills every process of a data centre at once. */
public final class Kill {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long POLL_MILLIS = 100;

    private final World world;
    private final Consumer<String> progress;

    /**
     * @param progress told what happens, a line each
     */
    public Kill(World world, Consumer<String> progress) {
        this.world = world;
        this.progress = progress;
    }

    /**
     * What a kill came to.
     *
     * @param killed the processes that ran
     * @param home the georegion's home afterwards; null where nothing is left to ask
     * @param term numbers the homes
     * @param other how the killed data centre stands: behind or diverged
     * @param resumedAfterMs from the kill until every shard had an owner and every broker left was
     *     ready
     */
    public record Killed(
            String dc,
            String georegion,
            List<String> killed,
            @Nullable String home,
            @Nullable Integer term,
            @Nullable String other,
            @JsonProperty("resumed_after_ms") @Nullable Long resumedAfterMs) {}

    /**
     * Kills a data centre, and waits until the georegion goes on with the other.
     *
     * @param force also where no other is left to go on with
     * @throws WorldException if there is no such data centre, if it is the last one that runs and
     *     nobody forces it, or if the other does not go on
     */
    public Killed run(String name, boolean force) throws InterruptedException {
        DataCentre dc = DataCentre.of(world, name);
        Parts parts = world.parts();
        List<Part> running = dc.parts(parts).stream().filter(parts::isRunning).toList();
        if (running.isEmpty()) {
            throw new WorldException("Nothing of " + name + " runs; see fogg status.");
        }
        String obstacle = obstacle(dc, parts);
        if (obstacle != null && !force) {
            throw new WorldException(
                    obstacle + ": nothing would be left to go on with. --force kills it anyway.");
        }
        long begun = System.nanoTime();
        parts.killAll(running);
        List<String> killed = running.stream().map(Part::name).toList();
        progress.accept("Killed " + String.join(", ", killed));
        if (obstacle != null) {
            return new Killed(name, dc.georegion().name(), killed, null, null, null, null);
        }
        BrokerAdmin.Home home = awaitHome(dc, begun);
        awaitReady(dc, parts, begun);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (home.other().equals("diverged")) {
            // Whatever starts its node again, nothing that its successor never saw comes from it.
            parts.forgetHints(parts.cassandra(dc.georegion(), dc.node()));
        }
        return new Killed(
                name, dc.georegion().name(), killed, home.home(), home.term(), home.other(), took);
    }

    /** Why the other data centre could not go on; null where it can. */
    private @Nullable String obstacle(DataCentre dc, Parts parts) throws InterruptedException {
        String name = dc.name();
        boolean alone =
                dc.others().stream()
                        .noneMatch(
                                each -> parts.isRunning(new Part(each.name(), Part.Kind.BROKERS)));
        if (alone) {
            return name + " is all that runs of " + dc.georegion().name();
        }
        BrokerAdmin.Home home = new HomeQuestion(world, dc).ask();
        return home != null && home.home().equals(name) && !home.other().equals("together")
                ? name + " is home, and the other one is " + home.other()
                : null;
    }

    private BrokerAdmin.Home awaitHome(DataCentre dc, long begun) throws InterruptedException {
        HomeQuestion question = new HomeQuestion(world, dc);
        while (true) {
            BrokerAdmin.Home home = question.ask();
            boolean without =
                    home != null
                            && !home.home().equals(dc.name())
                            && (home.other().equals("behind") || home.other().equals("diverged"));
            if (home != null && without) {
                progress.accept(home.home() + " goes on alone, term " + home.term());
                return home;
            }
            pause(begun, dc.georegion().name() + " has not gone on without " + dc.name());
        }
    }

    private void awaitReady(DataCentre dc, Parts parts, long begun) throws InterruptedException {
        List<Part> left =
                dc.others().stream()
                        .map(each -> new Part(each.name(), Part.Kind.BROKERS))
                        .filter(parts::isRunning)
                        .toList();
        while (!left.stream().allMatch(parts::isHealthy)) {
            pause(begun, "Not every broker of " + dc.georegion().name() + " is ready");
        }
    }

    private static void pause(long begun, String what) throws InterruptedException {
        if (System.nanoTime() - begun > PATIENCE) {
            throw new WorldException(
                    what
                            + " "
                            + TimeUnit.NANOSECONDS.toSeconds(PATIENCE)
                            + " s after the kill; see fogg status and fogg logs.");
        }
        Thread.sleep(POLL_MILLIS);
    }
}
