package org.fogg.launcher.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.fogg.launcher.chaos.Fault.Signal;

/**
 * Plans faults from a seed alone: the same arguments give the same faults. Those that serve the
 * load each get at least 15% of the faults, the others at least 5%, where all are wanted and the
 * number allows.
 */
final class FaultPlan {

    /** What serves the load. */
    static final Set<Target> SERVING =
            Set.of(Target.BROKERS, Target.EXCHANGES, Target.KAFKA, Target.CASSANDRA);

    private static final int LEAST_PERCENT = 15;
    private static final int LEAST_PERCENT_OTHERS = 5;
    private static final Map<Target, Integer> WEIGHTS =
            Map.of(
                    Target.BROKERS, 6,
                    Target.EXCHANGES, 3,
                    Target.KAFKA, 3,
                    Target.CASSANDRA, 3,
                    Target.ELASTICSEARCH, 1,
                    Target.ANALYTICS, 1,
                    Target.DCS, 1);

    private static final int RESTART_MOST_MILLIS = 3_000;
    private static final int PAUSE_LEAST_MILLIS = 500;
    private static final int PAUSE_MOST_MILLIS = 4_000;

    /** Longer than the session of the brokers' consumer group, 6 s. */
    private static final int BEYOND_SESSION_MILLIS = 7_000;

    private static final int BEYOND_SESSION_SPREAD_MILLIS = 3_000;
    private static final int KILLS_OF_TEN = 6;
    private static final double LEAD = 0.04;
    private static final double SPAN = 0.88;

    private final Random random;

    private FaultPlan(long seed) {
        random = new Random(seed);
    }

    /**
     * Plans.
     *
     * @param count how many faults, 0 or more
     * @param millis how long the load is to last, at least
     * @param targets what may be hit, not empty
     * @return in the order of their times
     */
    static List<Fault> of(long seed, int count, long millis, Set<Target> targets) {
        return new FaultPlan(seed).plan(count, millis, new TreeSet<>(targets));
    }

    private List<Fault> plan(int count, long millis, Set<Target> targets) {
        List<Target> chosen = choose(count, targets);
        Map<Target, Integer> before = new EnumMap<>(Target.class);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Target target = chosen.get(i);
            Signal signal = signal(target, before.merge(target, 1, Integer::sum));
            double place = LEAD + SPAN * (i + random.nextDouble()) / count;
            faults.add(
                    new Fault(
                            target,
                            random.nextInt(Integer.MAX_VALUE),
                            signal,
                            (long) (millis * place),
                            hold(signal)));
        }
        return faults;
    }

    /** First what each has to have, then by weight, then all in a random order. */
    private List<Target> choose(int count, Set<Target> targets) {
        List<Target> chosen = new ArrayList<>();
        for (boolean serving : new boolean[] {true, false}) {
            int percent = serving ? LEAST_PERCENT : LEAST_PERCENT_OTHERS;
            int least = (count * percent + 99) / 100;
            for (Target target : targets) {
                if (SERVING.contains(target) == serving) {
                    chosen.addAll(Collections.nCopies(least, target));
                }
            }
        }
        if (chosen.size() > count) {
            // Too few for all: those that serve come first, one of each before a second of any.
            return shuffled(few(count, targets));
        }
        int total = targets.stream().mapToInt(FaultPlan::weight).sum();
        while (chosen.size() < count) {
            chosen.add(weighted(targets, random.nextInt(total)));
        }
        return shuffled(chosen);
    }

    private static List<Target> few(int count, Set<Target> targets) {
        List<Target> order = new ArrayList<>();
        targets.stream().filter(SERVING::contains).forEach(order::add);
        targets.stream().filter(target -> !SERVING.contains(target)).forEach(order::add);
        List<Target> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(order.get(i % order.size()));
        }
        return chosen;
    }

    private List<Target> shuffled(List<Target> chosen) {
        Collections.shuffle(chosen, random);
        return chosen;
    }

    private static Target weighted(Set<Target> targets, int place) {
        int left = place;
        for (Target target : targets) {
            left -= weight(target);
            if (left < 0) {
                return target;
            }
        }
        throw new IllegalStateException("Weights do not add up");
    }

    private static int weight(Target target) {
        return WEIGHTS.getOrDefault(target, 1);
    }

    /**
     * The first of a kind is killed and the second halted, so that few faults show both. A data
     * centre is always killed: that is what its loss means.
     */
    private Signal signal(Target target, int nth) {
        int chance = random.nextInt(10);
        if (target == Target.DCS) {
            return Signal.SIGKILL;
        }
        if (nth <= 2) {
            return nth == 1 ? Signal.SIGKILL : Signal.SIGSTOP;
        }
        return chance < KILLS_OF_TEN ? Signal.SIGKILL : Signal.SIGSTOP;
    }

    private long hold(Signal signal) {
        if (signal == Signal.SIGKILL) {
            return random.nextInt(RESTART_MOST_MILLIS);
        }
        boolean beyondSession = random.nextInt(3) == 0;
        return beyondSession
                ? BEYOND_SESSION_MILLIS + random.nextInt(BEYOND_SESSION_SPREAD_MILLIS)
                : PAUSE_LEAST_MILLIS + random.nextInt(PAUSE_MOST_MILLIS - PAUSE_LEAST_MILLIS);
    }
}
