package org.fogg.audit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Entry;
import org.fogg.audit.journal.JournalRow;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.EntryKind;

/** A shard as its played owner keeps it. */
final class Shard {
    final int number;
    final List<Decision> decisions = new ArrayList<>();
    final Map<Integer, Long> exchangeMarks = new TreeMap<>();
    UUID incarnation = Ids.NONE;
    long next;
    long epoch;
    long commands;
    long ticks;
    int attempt;
    int lineN;

    Shard(int number) {
        this.number = number;
    }

    JournalRow commit(Encoder encoder, EntryKind kind, long at) {
        Entry entry =
                new Entry(
                        1,
                        number,
                        next,
                        incarnation,
                        kind,
                        at,
                        epoch,
                        commands,
                        Set.of(),
                        Map.of(0, ticks),
                        new TreeMap<>(exchangeMarks),
                        Set.of(),
                        List.copyOf(decisions));
        JournalRow row =
                new JournalRow(
                        1, number, next / 4096, next, next - 1, incarnation, encoder.entry(entry));
        decisions.clear();
        next++;
        return row;
    }
}
