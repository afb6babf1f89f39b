package org.fogg.launcher.dc;

import java.util.Comparator;
import java.util.List;
import org.fogg.launcher.broker.BrokerAdmin;
import org.fogg.launcher.broker.BrokerRefusal;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Parts;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;

/**
 * The running world as clients should see it: where a georegion has two data centres, the home
 * first, and nothing of one that was lost.
 */
public final class Present {

    private final World world;
    private final WorldFile running;
    private final Parts parts;

    private Present(World world) {
        this.world = world;
        running = world.running();
        parts = world.parts();
    }

    /**
     * What is there now.
     *
     * @throws WorldException if no world runs
     */
    public static WorldFile of(World world) {
        return new Present(world).read();
    }

    private WorldFile read() {
        WorldFile present = running;
        for (WorldFile.Georegion georegion : running.georegions()) {
            if (georegion.cassandra().size() > 1) {
                present = present.with(present(georegion));
            }
        }
        return present;
    }

    private WorldFile.Georegion present(WorldFile.Georegion georegion) {
        List<WorldFile.Broker> brokers =
                georegion.brokers().stream()
                        .filter(each -> isRunning(each.name(), Part.Kind.BROKERS))
                        .toList();
        List<WorldFile.CassandraNode> nodes =
                georegion.cassandra().stream()
                        .filter(each -> parts.isRunning(parts.cassandra(georegion, each)))
                        .toList();
        if (brokers.isEmpty() || nodes.isEmpty()) {
            return georegion;
        }
        String home = home(brokers, nodes.get(0).dc());
        return new WorldFile.Georegion(
                georegion.name(),
                georegion.shards(),
                brokers.stream()
                        .sorted(Comparator.comparing(each -> !each.dc().equals(home)))
                        .toList(),
                nodes.stream()
                        .sorted(Comparator.comparing(each -> !each.dc().equals(home)))
                        .toList());
    }

    private boolean isRunning(String name, Part.Kind kind) {
        return parts.isRunning(new Part(name, kind));
    }

    private String home(List<WorldFile.Broker> brokers, String otherwise) {
        for (WorldFile.Broker broker : brokers) {
            try {
                return new BrokerAdmin(broker, world.running().admin()).home().home();
            } catch (BrokerRefusal | WorldException e) {
                // The next one may know.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WorldException("Interrupted", e);
            }
        }
        return otherwise;
    }
}
