package org.fogg.broker.shard;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fogg.broker.journal.AppendOutcome;
import org.fogg.broker.journal.History;
import org.fogg.broker.journal.History.Followed;
import org.fogg.broker.journal.JournalCodec;
import org.fogg.broker.journal.JournalStore;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;

/** Journals in memory, whose appends end when the test says so, or at once. */
final class ManualJournal implements JournalStore {

    private final Map<Slot, JournalEntry> slots = new HashMap<>();
    private final ArrayDeque<Append> underWay = new ArrayDeque<>();
    private final Set<Long> removed = new HashSet<>();
    private History later = History.FIRST;
    private boolean atOnce = true;

    private record Append(Slot slot, JournalEntry entry, Consumer<AppendOutcome> done) {}

    /** From now on appends wait for {@link #endAppend}. */
    void hold() {
        atOnce = false;
    }

    /** From now on appends end at once, those that wait too. */
    void goOn() {
        atOnce = true;
        while (!underWay.isEmpty()) {
            endAppend();
        }
    }

    int underWay() {
        return underWay.size();
    }

    /** Ends the append that began first. */
    void endAppend() {
        end(underWay.removeFirst());
    }

    private void end(Append append) {
        JournalEntry holder = slots.putIfAbsent(append.slot(), append.entry());
        boolean own = holder == null || holder.incarnation().equals(append.entry().incarnation());
        append.done().accept(own ? AppendOutcome.APPENDED : AppendOutcome.TAKEN);
    }

    /** Another owner takes the next slot of a shard. */
    void usurp(int shard) {
        List<JournalEntry> entries = entries(shard);
        JournalEntry last = entries.get(entries.size() - 1);
        var owner =
                new JournalEntry(
                        last.term(),
                        shard,
                        last.sequence() + 1,
                        UUID.randomUUID(),
                        EntryKind.OWNER,
                        last.at(),
                        last.sequence() + 2,
                        last.marks(),
                        List.of());
        slots.put(new Slot(last.term(), shard, owner.sequence()), owner);
    }

    /** Loses the entries between two sequences, both included. */
    void forget(int shard, long from, long to) {
        slots.keySet()
                .removeIf(
                        slot ->
                                slot.shard() == shard
                                        && slot.sequence() >= from
                                        && slot.sequence() <= to);
    }

    /** Term 2 follows this entry of term 1. */
    void beginTermAfter(long sequence) {
        later = History.of(new TreeMap<>(Map.of(2, new Followed(1, sequence))));
    }

    List<JournalEntry> entries(int shard) {
        List<JournalEntry> entries = new ArrayList<>();
        read(1, shard, 0, entries::add);
        return entries;
    }

    JournalEntry lastEntry(int shard) {
        List<JournalEntry> entries = entries(shard);
        return entries.get(entries.size() - 1);
    }

    @Override
    public void append(
            Slot slot,
            UUID incarnation,
            ByteBuffer entry,
            BooleanSupplier wanted,
            Consumer<AppendOutcome> done) {
        var append = new Append(slot, new JournalCodec().decode(entry), done);
        if (atOnce) {
            end(append);
        } else {
            underWay.addLast(append);
        }
    }

    @Override
    public History begin(int term, int shard) {
        return term == 1 ? History.FIRST : later;
    }

    @Override
    public void read(int term, int shard, long from, Consumer<JournalEntry> visitor) {
        for (History.Stretch stretch : begin(term, shard).stretches()) {
            long next = Math.max(from, stretch.from());
            JournalEntry entry = slots.get(new Slot(stretch.term(), shard, next));
            while (entry != null && next <= stretch.to()) {
                visitor.accept(entry);
                entry = slots.get(new Slot(stretch.term(), shard, ++next));
            }
        }
    }

    @Override
    public void read(int term, int shard, long from, long to, Consumer<JournalEntry> visitor) {
        for (long next = from; next <= to; next++) {
            JournalEntry entry = slots.get(new Slot(term, shard, next));
            if (entry == null) {
                throw new IllegalStateException("No entry " + next);
            }
            visitor.accept(entry);
        }
    }

    @Override
    public boolean isRemoved(int term, int shard, long segment) {
        return removed.contains(segment);
    }

    @Override
    public void remove(int term, int shard, long segment) {
        removed.add(segment);
        slots.keySet().removeIf(slot -> JournalEntry.segmentOf(slot.sequence()) == segment);
    }
}
