package org.fogg.launcher.dc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fogg.launcher.broker.BrokerAdmin;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldFile;
import org.jspecify.annotations.Nullable;

/** The data centres of a running world whose georegion has two. */
public final class DataCentres {

    private final World world;

    /**
     * @param world which runs
     */
    public DataCentres(World world) {
        this.world = world;
    }

    /** The processes of each, running or not, by its name. */
    public Map<String, List<Part>> ofPairs() {
        Map<String, List<Part>> all = new LinkedHashMap<>();
        for (WorldFile.Georegion georegion : pairs()) {
            for (WorldFile.CassandraNode node : georegion.cassandra()) {
                DataCentre dc = DataCentre.of(world, node.dc());
                all.put(dc.name(), dc.parts(world.parts()));
            }
        }
        return all;
    }

    /**
     * Those on which their georegions do not count, as far as brokers answer: recorded as lost, and
     * not restored since.
     */
    public List<String> lost() throws InterruptedException {
        List<String> lost = new ArrayList<>();
        for (WorldFile.Georegion georegion : pairs()) {
            BrokerAdmin.Home home = home(georegion);
            if (home != null && !home.other().equals("together")) {
                georegion.cassandra().stream()
                        .map(WorldFile.CassandraNode::dc)
                        .filter(dc -> !dc.equals(home.home()))
                        .forEach(lost::add);
            }
        }
        return lost;
    }

    private List<WorldFile.Georegion> pairs() {
        return world.running().georegions().stream()
                .filter(georegion -> georegion.cassandra().size() > 1)
                .toList();
    }

    private BrokerAdmin.@Nullable Home home(WorldFile.Georegion georegion)
            throws InterruptedException {
        for (WorldFile.CassandraNode node : georegion.cassandra()) {
            // Asks the brokers of the other one.
            BrokerAdmin.Home home = new HomeQuestion(world, DataCentre.of(world, node.dc())).ask();
            if (home != null) {
                return home;
            }
        }
        return null;
    }
}
