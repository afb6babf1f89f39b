package org.fogg.launcher.chaos;

import java.util.ArrayList;
import java.util.List;
import org.fogg.launcher.dc.DataCentres;
import org.fogg.launcher.world.Part;
import org.fogg.launcher.world.World;

/**
 * What a fault is done to.
 *
 * @param name of the process, or of the data centre
 * @param parts its processes, not empty
 */
record Victim(Target target, String name, List<Part> parts) {

    Victim {
        parts = List.copyOf(parts);
    }

    /** A process. */
    static Victim of(Part part) {
        return new Victim(Target.of(part.kind()), part.name(), List.of(part));
    }

    /** All of a running world: each process, and each data centre that another stands in for. */
    static List<Victim> of(World world, DataCentres dataCentres) {
        List<Victim> all = new ArrayList<>();
        world.parts().all().forEach(part -> all.add(of(part)));
        dataCentres
                .ofPairs()
                .forEach((name, parts) -> all.add(new Victim(Target.DCS, name, parts)));
        return all;
    }

    boolean isDataCentre() {
        return target == Target.DCS;
    }
}
