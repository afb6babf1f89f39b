package org.fogg.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import org.fogg.benchmarks.book.BookKind;

/**
 * What a run consists of. Books that are compared take turns, so that a machine that slows down for
 * a while slows all of them.
 *
 * @param cases in the order in which they run; one that is there several times is measured again
 * @param warmUps iterations that do not count, in each JVM
 * @param iterations iterations that count, in each JVM
 * @param iterationMillis how long each takes
 */
public record Suite(List<Case> cases, int warmUps, int iterations, long iterationMillis) {

    public static final int SMALL = 1_000;
    public static final int LARGE = 1_000_000;

    /** What must fit in the heap of {@link JmhRunner#SMALL_HEAP}. */
    public static final int HUGE = 10_000_000;

    private static final List<BookKind> COMPARED = List.of(BookKind.FOGG, BookKind.EXCHANGE_CORE);

    /** About a minute. */
    public static Suite quick() {
        List<Case> cases = new ArrayList<>();
        rounds(cases, 2);
        growth(cases, List.of(SMALL, LARGE));
        footprint(cases);
        return new Suite(cases, 2, 4, 250);
    }

    /** Some minutes. */
    public static Suite full() {
        List<Case> cases = new ArrayList<>();
        rounds(cases, 3);
        growth(cases, List.of(SMALL, 10_000, 100_000, LARGE));
        for (int orders : List.of(SMALL, LARGE)) {
            cases.add(new Case(Task.PLACE_CANCEL, BookKind.SKIP_LIST, orders));
            cases.add(new Case(Task.TEN_TRIGGERS, BookKind.EXCHANGE_CORE, orders));
        }
        cases.add(new Case(Task.AVALANCHE, BookKind.SKIP_LIST, LARGE));
        cases.add(new Case(Task.IDLE_TICK, BookKind.SKIP_LIST, LARGE));
        footprint(cases);
        return new Suite(cases, 3, 5, 800);
    }

    private static void rounds(List<Case> cases, int rounds) {
        for (int round = 0; round < rounds; round++) {
            compared(cases, Task.PLACE_CANCEL, SMALL);
            compared(cases, Task.PLACE_CANCEL, LARGE);
            compared(cases, Task.AVALANCHE, LARGE);
            compared(cases, Task.IDLE_TICK, LARGE);
        }
    }

    private static void compared(List<Case> cases, Task task, int orders) {
        COMPARED.forEach(kind -> cases.add(new Case(task, kind, orders)));
    }

    private static void growth(List<Case> cases, List<Integer> sizes) {
        for (int orders : sizes) {
            cases.add(new Case(Task.IDLE_TICK, BookKind.FOGG, orders));
            cases.add(new Case(Task.TEN_TRIGGERS, BookKind.FOGG, orders));
            cases.add(new Case(Task.IDLE_TICK, BookKind.LINEAR, orders));
        }
    }

    private static void footprint(List<Case> cases) {
        cases.add(new Case(Task.FOOTPRINT, BookKind.FOGG, LARGE));
        cases.add(new Case(Task.FOOTPRINT, BookKind.EXCHANGE_CORE, LARGE));
        cases.add(new Case(Task.FOOTPRINT, BookKind.SKIP_LIST, LARGE));
        cases.add(new Case(Task.FOOTPRINT, BookKind.FOGG, HUGE));
    }
}
