package org.fogg.launcher.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A fault and what it is done to.
 *
 * @param fault as planned
 * @param victim of the kind that the fault is for
 */
record Hit(Fault fault, Victim victim) {

    /** Whether it is killed, and not only halted. */
    boolean isKill() {
        return fault.signal() == Fault.Signal.SIGKILL;
    }

    /** For people. */
    String text() {
        return fault.signal() + " of " + victim.name();
    }

    /**
     * Takes the next faults that can happen at the same time, each to something else. One that
     * would hit the same a second time stays for the next time, as the first of those left. A data
     * centre is hit alone, for whatever is left of its georegion is needed.
     *
     * @param waiting in the order of their times; those taken are removed
     * @param most how many at once, above 0
     * @param victims of the world, at least one of each planned kind
     * @return none only where none wait
     */
    static List<Hit> next(List<Fault> waiting, int most, List<Victim> victims) {
        List<Hit> hits = new ArrayList<>();
        Set<Victim> taken = new HashSet<>();
        boolean alone = false;
        for (Iterator<Fault> faults = waiting.iterator();
                faults.hasNext() && hits.size() < most && !alone; ) {
            Fault fault = faults.next();
            Victim victim = choose(fault, victims);
            alone = victim.isDataCentre();
            boolean possible = !alone || hits.isEmpty();
            if (possible && taken.add(victim)) {
                hits.add(new Hit(fault, victim));
                faults.remove();
            }
        }
        return hits;
    }

    private static Victim choose(Fault fault, List<Victim> victims) {
        List<Victim> possible =
                victims.stream().filter(victim -> victim.target() == fault.target()).toList();
        return possible.get(fault.pick() % possible.size());
    }
}
