package org.fogg.launcher.dc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.Parts;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;

/**
 * One data centre of a running world.
 *
 * @param georegion of which it is one
 * @param node its Cassandra node
 * @param brokers its brokers
 * @param others the georegion's other brokers; none where it is the only data centre
 */
record DataCentre(
        String name,
        WorldFile.Georegion georegion,
        WorldFile.CassandraNode node,
        List<WorldFile.Broker> brokers,
        List<WorldFile.Broker> others) {

    /** The data centre of a name; there is one. */
    static DataCentre of(World world, String name) {
        for (WorldFile.Georegion georegion : world.running().georegions()) {
            for (WorldFile.CassandraNode node : georegion.cassandra()) {
                if (node.dc().equals(name)) {
                    return of(georegion, node);
                }
            }
        }
        throw new WorldException("There is no data centre " + name + ".");
    }

    private static DataCentre of(WorldFile.Georegion georegion, WorldFile.CassandraNode node) {
        Map<Boolean, List<WorldFile.Broker>> brokers =
                georegion.brokers().stream()
                        .collect(Collectors.partitioningBy(each -> each.dc().equals(node.dc())));
        return new DataCentre(
                node.dc(),
                georegion,
                node,
                brokers.getOrDefault(true, List.of()),
                brokers.getOrDefault(false, List.of()));
    }

    /** All of its processes. */
    List<Part> parts(Parts all) {
        List<Part> parts = new ArrayList<>();
        brokers.forEach(each -> parts.add(new Part(each.name(), Part.Kind.BROKERS)));
        parts.add(all.cassandra(georegion, node));
        return parts;
    }
}
