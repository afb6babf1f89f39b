package org.fogg.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.core.engine.TradingLimits;
import org.fogg.core.owner.JournalEntry;

/** One shard of a georegion: its journal, its command topic, and the instances that want it. */
final class Region {

    static final TradingLimits LIMITS = new TradingLimits(20_000_0000L, 100, 9_000, 30, 300, 0);

    private final String name;
    private final VirtualTime time;
    private final Market market;
    private final SimulatedJournal journal = new SimulatedJournal();
    private final List<Command> commands = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Truth truth;
    private Region other;

    Region(String name, VirtualTime time, int exchanges) {
        this.name = name;
        this.time = time;
        market = new Market(time, exchanges);
        truth = new Truth(this, time);
    }

    String name() {
        return name;
    }

    /** The only other georegion of the world; null when there is none. */
    Region other() {
        return other;
    }

    void connect(Region to) {
        other = to;
    }

    Market market() {
        return market;
    }

    SimulatedJournal journal() {
        return journal;
    }

    List<Command> commands() {
        return commands;
    }

    Truth truth() {
        return truth;
    }

    UUID append(JournalEntry entry) {
        UUID holder = journal.append(entry);
        truth.readOn();
        return holder;
    }

    /** The message of a client, which the topic may get late, twice or never. */
    void command(Command command) {
        time.send(() -> commands.add(command));
    }

    void startInstance() {
        instances.add(new Instance(this, time));
    }

    void replaceTheDead() {
        if (alive().isEmpty()) {
            startInstance();
        }
    }

    List<Instance> alive() {
        instances.removeIf(instance -> !instance.isAlive());
        return List.copyOf(instances);
    }

    void poll() {
        alive().forEach(Instance::poll);
    }

    @Override
    public String toString() {
        return commands.size() + " commands, instances " + alive();
    }

    /** The only instance that is left at the end, when it has done all there was to do. */
    Instance settled() {
        for (Instance instance : alive()) {
            if (instance.isOwner()
                    && instance.owner().isReady()
                    && instance.owner().isIdle()
                    && instance.owner().hasNoTransfers()
                    && instance.owner().commandsDone() == commands.size()
                    && instance.hasReadAllTicks()) {
                return instance;
            }
        }
        return null;
    }
}
