package org.fogg.launcher.dc;

import com.datastax.oss.driver.api.core.DriverException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fogg.audit.cassandra.UnseenEntries;
import org.fogg.contracts.Keyspaces;
import org.fogg.launcher.broker.BrokerAdmin;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Parts;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;

/**
 * Brings a data centre back that was lost: starts what it had, gives it what it lacks, and lets the
 * georegion count on it again.
 */
public final class Restore {

    /** Longer than an owner may go on with what it read of the home before, and than a write. */
    private static final Duration OWNERS_KNOW = Duration.ofSeconds(4);

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
    private static final long POLL_MILLIS = 200;

    private final World world;
    private final Consumer<String> progress;

    /**
     * @param progress told what happens, a line each
     */
    public Restore(World world, Consumer<String> progress) {
        this.world = world;
        this.progress = progress;
    }

    /**
     * What a restore came to.
     *
     * @param home the georegion's home, which stays where it is
     * @param term numbers the homes
     * @param unseenEntries entries of its journals that the other data centre had never seen
     * @param tookMs until every process of the data centre was ready
     */
    public record Restored(
            String dc,
            String georegion,
            String home,
            int term,
            @JsonProperty("unseen_entries") long unseenEntries,
            @JsonProperty("took_ms") long tookMs) {}

    /**
     * Brings a data centre back.
     *
     * @throws WorldException if there is no such data centre, if it was not lost, or if a step does
     *     not succeed; it may be tried again
     */
    public Restored run(String name) throws InterruptedException {
        DataCentre dc = DataCentre.of(world, name);
        Parts parts = world.parts();
        HomeQuestion question = new HomeQuestion(world, dc);
        BrokerAdmin.Home home = question.ask();
        if (home == null) {
            throw new WorldException(
                    "No other broker of "
                            + dc.georegion().name()
                            + " answers, so it is not known what "
                            + name
                            + " lacks. Where everything was lost, fogg up starts it again.");
        }
        if (home.home().equals(name) || home.other().equals("together")) {
            throw new WorldException(
                    name
                            + " is not recorded as lost ("
                            + home.home()
                            + " is home, the other one is "
                            + home.other()
                            + "). What is only not running, fogg up starts again.");
        }
        long begun = System.nanoTime();
        Part node = parts.cassandra(dc.georegion(), dc.node());
        long unseen = home.other().equals("diverged") ? giveUp(dc, parts, node, home) : 0;
        start(parts, node);
        question.rejoin("rejoining");
        Thread.sleep(OWNERS_KNOW.toMillis());
        for (String keyspace : List.of(Keyspaces.of(dc.georegion().name()), Keyspaces.GLOBAL)) {
            progress.accept("Copying " + keyspace + " from " + home.home() + " ...");
            parts.control(node).rebuild(keyspace, home.home());
        }
        BrokerAdmin.Home together = question.rejoin("together");
        progress.accept(name + " has everything again");
        startBrokers(dc, parts);
        return new Restored(
                name,
                dc.georegion().name(),
                together.home(),
                together.term(),
                unseen,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    /**
     * A former home may have what its successor never saw, which is not part of history any more.
     * That is counted, and then all of its data is given up: it is copied from the successor.
     */
    private long giveUp(DataCentre dc, Parts parts, Part node, BrokerAdmin.Home home)
            throws InterruptedException {
        if (!parts.isRunning(node)) {
            parts.forgetHints(node);
        }
        start(parts, node);
        long unseen = count(dc, home);
        progress.accept(
                unseen == 0
                        ? home.home() + " had seen everything that " + dc.name() + " wrote"
                        : unseen
                                + " entries of "
                                + dc.name()
                                + " had not been seen by "
                                + home.home()
                                + ", and are given up");
        parts.control(node).drain();
        parts.stop(node);
        parts.forget(node, Keyspaces.of(dc.georegion().name()));
        return unseen;
    }

    private static long count(DataCentre dc, BrokerAdmin.Home home) {
        WorldFile.CassandraNode successor =
                dc.georegion().cassandra().stream()
                        .filter(each -> each.dc().equals(home.home()))
                        .findFirst()
                        .orElseThrow();
        try {
            return UnseenEntries.count(
                    Keyspaces.of(dc.georegion().name()),
                    new InetSocketAddress(dc.node().host(), dc.node().port()),
                    dc.name(),
                    new InetSocketAddress(successor.host(), successor.port()),
                    successor.dc());
        } catch (DriverException e) {
            throw new WorldException(
                    "It cannot be read what only " + dc.name() + " has (" + e.getMessage() + ")",
                    e);
        }
    }

    private void start(Parts parts, Part part) throws InterruptedException {
        if (!parts.isRunning(part)) {
            progress.accept("Starting " + part.name() + " ...");
        }
        parts.start(part);
    }

    private void startBrokers(DataCentre dc, Parts parts) throws InterruptedException {
        long begun = System.nanoTime();
        for (WorldFile.Broker broker : dc.brokers()) {
            start(parts, new Part(broker.name(), Part.Kind.BROKERS));
        }
        while (!dc.parts(parts).stream().allMatch(parts::isHealthy)) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new WorldException(
                        "Not every process of " + dc.name() + " is ready; see fogg status.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
