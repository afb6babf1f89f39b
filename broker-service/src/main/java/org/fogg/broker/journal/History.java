package org.fogg.broker.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import org.fogg.core.owner.JournalEntry;

/**
 * Which entries of a shard are its journal: for each term that has begun, from its first sequence
 * to the one that the next term followed. What else is in the table was written by a home that was
 * lost, and never seen by its successor.
 *
 * @param stretches one after the other; the last goes on
 */
public record History(List<Stretch> stretches) {

    /** Of a georegion that has had one home only. */
    public static final History FIRST = new History(List.of(new Stretch(1, 0, Long.MAX_VALUE)));

    /** Takes a copy. */
    public History {
        stretches = List.copyOf(stretches);
    }

    /**
     * A part of the journal in one term.
     *
     * @param to the last sequence; {@link Long#MAX_VALUE} for one that goes on
     */
    public record Stretch(int term, long from, long to) {}

    /**
     * How a term began.
     *
     * @param term the term before, in which the entry it followed is
     * @param sequence that entry; -1 when there was none
     */
    public record Followed(int term, long sequence) {}

    /**
     * What the terms that have begun come to.
     *
     * @param begun how each later term began, by term
     */
    public static History of(NavigableMap<Integer, Followed> begun) {
        Deque<Stretch> stretches = new ArrayDeque<>();
        long to = Long.MAX_VALUE;
        int term = begun.isEmpty() ? 1 : begun.lastKey();
        while (term > 1) {
            Followed followed = begun.get(term);
            if (followed == null || followed.term() >= term) {
                throw new IllegalStateException("Term " + term + " follows none that has begun");
            }
            long first = JournalEntry.firstOfTerm(term, followed.term(), followed.sequence() + 1);
            stretches.addFirst(new Stretch(term, first, to));
            to = followed.sequence();
            term = followed.term();
        }
        stretches.addFirst(new Stretch(1, 0, to));
        return new History(List.copyOf(stretches));
    }

    /** The stretch that goes on. */
    Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    /** The first sequence of the term that lasts. */
    public long first() {
        return last().from();
    }

    /** The last entry of the terms before; -1 when there was none. */
    public long before() {
        return stretches.size() == 1 ? -1 : stretches.get(stretches.size() - 2).to();
    }

    /** Whether an entry of this sequence, if there is one, belongs to the journal. */
    public boolean has(long sequence) {
        return stretches.stream()
                .anyMatch(each -> sequence >= each.from() && sequence <= each.to());
    }
}
