package org.fogg.launcher.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.fogg.launcher.world.Part;

/**
 * A fault and the part of the world that it is done to.
 *
 * @param fault as planned
 * @param part of the kind that the fault is for
 */
record Hit(Fault fault, Part part) {

    /** Whether the part is killed, and not only halted. */
    boolean isKill() {
        return fault.signal() == Fault.Signal.SIGKILL;
    }

    /** For people. */
    String text() {
        return fault.signal() + " of " + part.name();
    }

    /**
     * Takes the next faults that can happen at the same time, each in another part. One that would
     * hit a part a second time stays for the next time, as the first of those left.
     *
     * @param waiting in the order of their times; those taken are removed
     * @param most how many at once, above 0
     * @param parts of the world, at least one of each planned kind
     * @return none only where none wait
     */
    static List<Hit> next(List<Fault> waiting, int most, List<Part> parts) {
        List<Hit> hits = new ArrayList<>();
        Set<Part> taken = new HashSet<>();
        for (Iterator<Fault> faults = waiting.iterator();
                faults.hasNext() && hits.size() < most; ) {
            Fault fault = faults.next();
            Part part = choose(fault, parts);
            if (taken.add(part)) {
                hits.add(new Hit(fault, part));
                faults.remove();
            }
        }
        return hits;
    }

    private static Part choose(Fault fault, List<Part> parts) {
        List<Part> possible = parts.stream().filter(part -> part.kind() == fault.target()).toList();
        return possible.get(fault.pick() % possible.size());
    }
}
