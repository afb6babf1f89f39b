package org.fogg.trader.bench.measure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts why operations were refused or failed, numbers in messages put aside. Not thread-safe. */
public final class Problems {

    private static final int MOST_KINDS = 100;
    private static final int MOST_LETTERS = 160;

    private final Map<String, Long> counts = new HashMap<>();

    /** Counts one. */
    public void count(String operation, int status, String message) {
        String why = message.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…").replaceAll("\\d+", "#");
        why = why.length() > MOST_LETTERS ? why.substring(0, MOST_LETTERS) + "…" : why;
        note(operation + ": " + (status == 0 ? "no answer" : status) + ' ' + why);
    }

    /** Counts one of another kind. */
    public void note(String kind) {
        if (counts.size() < MOST_KINDS || counts.containsKey(kind)) {
            counts.merge(kind, 1L, Long::sum);
        }
    }

    /** The most frequent ones. */
    public List<Problem> most(int how) {
        return counts.entrySet().stream()
                .map(e -> new Problem(e.getKey(), e.getValue()))
                .sorted(
                        Comparator.comparingLong(Problem::count)
                                .reversed()
                                .thenComparing(Problem::what))
                .limit(how)
                .toList();
    }

    /** A kind of refusal or failure, and how often it was. */
    public record Problem(String what, long count) {}
}
