package org.fogg.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.simulation.VirtualTime.MILLI;
import static org.fogg.core.simulation.VirtualTime.SECOND;

import java.util.List;
import java.util.Random;

/**
 * A world in virtual time: clients, a shard with changing owners, exchanges, and everything that
 * can go wrong between them. The promises are checked with each entry of the journal, with each
 * answer, and when the world has come to rest.
 */
final class Simulation {

    private final VirtualTime time;
    private final Random random;
    private final Region region;
    private final Traders traders;
    private final long chaosPause;
    private int era;

    /**
     * @param chaosPause nanoseconds between faults of the larger kind, on average
     */
    Simulation(long seed, int exchanges, long chaosPause) {
        time = new VirtualTime(seed);
        random = time.random();
        region = new Region(time, exchanges);
        traders = new Traders(region, time, 3);
        this.chaosPause = chaosPause;
        region.startInstance();
    }

    /** Runs the world for a while, lets it come to rest, and tells the trace. */
    long run(long duration) {
        every(MILLI, region::poll);
        every(5 * MILLI, region.market()::move);
        every(6 * MILLI, traders::act);
        every(chaosPause, this::goWrong);
        every(400 * MILLI, this::replaceTheDead);
        long end = time.now() + duration;
        while (time.step(end)) {
            region.truth().readOn();
        }
        settle();
        return time.trace();
    }

    /** Lets an instance crash right after so many events, then come to rest. */
    long runWithCrashAt(int step) {
        every(MILLI, region::poll);
        every(5 * MILLI, region.market()::move);
        every(6 * MILLI, traders::act);
        every(200 * MILLI, this::replaceTheDead);
        long end = time.now() + SECOND;
        for (int i = 0; time.step(end); i++) {
            if (i == step) {
                region.alive().forEach(Instance::crash);
            }
        }
        settle();
        return time.trace();
    }

    /** Until the next era begins. */
    private void every(long pause, Runnable action) {
        int inEra = era;
        time.after(
                pause / 2 + random.nextLong(pause),
                () -> {
                    if (era == inEra) {
                        action.run();
                        every(pause, action);
                    }
                });
    }

    private void goWrong() {
        List<Instance> alive = region.alive();
        Instance one = alive.isEmpty() ? null : alive.get(random.nextInt(alive.size()));
        int dice = random.nextInt(10);
        time.trace("fault", dice);
        if (dice < 3 && one != null) {
            one.crash();
            region.startInstance();
        } else if (dice < 6 && one != null) {
            one.pause(random.nextLong(SECOND));
            region.startInstance();
        } else if (dice < 7) {
            region.startInstance();
        } else if (dice < 8 && one != null) {
            one.pause(random.nextLong(SECOND / 4));
        } else {
            int which = 1 + random.nextInt(region.market().exchanges().size());
            SimulatedExchange exchange = region.market().exchange(which);
            exchange.away = true;
            time.after(random.nextLong(SECOND), () -> exchange.away = false);
        }
    }

    private void replaceTheDead() {
        if (region.alive().isEmpty()) {
            region.startInstance();
        }
    }

    private void settle() {
        time.heal();
        era++;
        every(MILLI, region::poll);
        every(200 * MILLI, this::replaceTheDead);
        long deadline = time.now() + 60 * SECOND;
        pass(8 * SECOND);
        while (region.settled() == null || traders.askAgain()) {
            assertThat(time.now())
                    .as("the world never comes to rest: %s", region)
                    .isLessThan(deadline);
            pass(SECOND);
        }
        region.truth().compare(region.settled());
        region.truth().atRest();
    }

    private void pass(long duration) {
        long until = time.now() + duration;
        time.after(duration, () -> {});
        while (time.step(until)) {
            region.truth().readOn();
        }
    }
}
