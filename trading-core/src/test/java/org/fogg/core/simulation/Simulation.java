package org.fogg.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.simulation.VirtualTime.MILLI;
import static org.fogg.core.simulation.VirtualTime.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A world in virtual time: clients, one or two georegions of one shard each, with changing owners,
 * exchanges, and everything that can go wrong between them. The promises are checked with each
 * entry of a journal, with each answer, and when the world has come to rest.
 */
final class Simulation {

    private final VirtualTime time;
    private final Random random;
    private final List<Region> regions = new ArrayList<>();
    private final List<Traders> traders = new ArrayList<>();
    private int era;

    Simulation(long seed, int georegions, int exchanges) {
        time = new VirtualTime(seed);
        random = time.random();
        for (int i = 0; i < georegions; i++) {
            regions.add(new Region("region-" + i, time, exchanges));
        }
        if (georegions == 2) {
            regions.get(0).connect(regions.get(1));
            regions.get(1).connect(regions.get(0));
        }
        for (Region region : regions) {
            traders.add(new Traders(region, time, 3));
            region.startInstance();
        }
    }

    /**
     * Runs the world for a while, lets it come to rest, and tells the trace.
     *
     * @param chaosPause nanoseconds between faults of the larger kind, on average
     */
    long run(long duration, long chaosPause) {
        begin();
        every(chaosPause, this::goWrong);
        long end = time.now() + duration;
        while (time.step(end)) {
            check();
        }
        settle();
        return time.trace();
    }

    /** Lets all instances crash right after so many events; then the world comes to rest. */
    long runWithCrashAt(int step) {
        begin();
        long end = time.now() + SECOND;
        for (int i = 0; time.step(end); i++) {
            if (i == step) {
                regions.forEach(region -> region.alive().forEach(Instance::crash));
            }
            check();
        }
        settle();
        return time.trace();
    }

    private void begin() {
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            Traders clients = traders.get(i);
            every(MILLI, region::poll);
            every(5 * MILLI, region.market()::move);
            every(6 * MILLI, clients::act);
            every(200 * MILLI, region::replaceTheDead);
        }
    }

    private void check() {
        if (regions.size() > 1 && regions.stream().anyMatch(each -> each.truth().takeNews())) {
            Truth.checkSums(regions);
        }
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
        Region region = regions.get(random.nextInt(regions.size()));
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

    /** Nothing more goes wrong, no prices move; whoever waits for an answer asks again. */
    private void settle() {
        time.heal();
        era++;
        for (Region region : regions) {
            every(MILLI, region::poll);
            every(200 * MILLI, region::replaceTheDead);
        }
        long deadline = time.now() + 60 * SECOND;
        pass(8 * SECOND);
        while (!isSettled()) {
            assertThat(time.now())
                    .as("the world never comes to rest: %s", regions)
                    .isLessThan(deadline);
            pass(SECOND);
        }
        for (Region region : regions) {
            region.truth().compare(region.settled());
            region.truth().atRest();
        }
    }

    private boolean isSettled() {
        boolean settled = true;
        for (int i = 0; i < regions.size(); i++) {
            settled &= regions.get(i).settled() != null & !traders.get(i).askAgain();
        }
        return settled;
    }

    private void pass(long duration) {
        long until = time.now() + duration;
        time.after(duration, () -> {});
        while (time.step(until)) {
            check();
        }
    }
}
