package org.fogg.core.owner;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of the exchanges' numbered reports a shard has taken in. */
final class ReportMarks {

    private final SortedMap<Integer, Long> low;
    private final SortedMap<Integer, SortedSet<Long>> above = new TreeMap<>();

    /** As the journal says. */
    ReportMarks(Marks marks) {
        low = new TreeMap<>(marks.exchangeMarks());
        marks.reportsAbove().forEach((id, reports) -> above.put(id, new TreeSet<>(reports)));
    }

    /** All reports of the exchange up to this number are in. */
    long low(int exchangeId) {
        return low.getOrDefault(exchangeId, 0L);
    }

    /**
     * Takes in a report.
     *
     * @param number from 1; 0 for a report without a number
     * @return whether it is new, or has no number to tell by
     */
    boolean add(int exchangeId, long number) {
        if (number == 0) {
            return true;
        }
        long mark = low(exchangeId);
        if (number <= mark) {
            return false;
        }
        SortedSet<Long> pending = above.computeIfAbsent(exchangeId, id -> new TreeSet<>());
        if (!pending.add(number)) {
            return false;
        }
        while (!pending.isEmpty() && pending.first() == mark + 1) {
            mark = pending.first();
            pending.remove(mark);
        }
        if (mark > 0) {
            low.put(exchangeId, mark);
        }
        return true;
    }

    SortedMap<Integer, Long> lows() {
        return low;
    }

    SortedMap<Integer, SortedSet<Long>> aboves() {
        return above;
    }
}
