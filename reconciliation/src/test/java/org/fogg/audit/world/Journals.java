package org.fogg.audit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Entry;
import org.fogg.audit.journal.EntryDecoder;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.wire.MalformedException;

/** Changes journals by hand, well encoded, as someone with a tool would. */
public final class Journals {
    private Journals() {}

    /** The row at a place. */
    public static JournalRow row(World world, int shard, long sequence) {
        return world.journal.stream()
                .filter(row -> row.shard() == shard && row.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    /** The first row whose entry has a decision of a kind. */
    public static JournalRow with(World world, Class<? extends Decision> kind) {
        return world.journal.stream()
                .filter(row -> entry(row).decisions().stream().anyMatch(kind::isInstance))
                .findFirst()
                .orElseThrow();
    }

    /** The first decision of a kind. */
    public static <T extends Decision> T first(World world, Class<T> kind) {
        return entry(with(world, kind)).decisions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Decodes a row's entry. */
    public static Entry entry(JournalRow row) {
        try {
            return new EntryDecoder().decode(row.entry());
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a changed entry in a row's place. */
    public static void change(World world, JournalRow row, UnaryOperator<Entry> change) {
        JournalRow changed =
                Records.with(
                        row, "entry", new Encoder(world.georegion).entry(change.apply(entry(row))));
        world.journal.set(world.journal.indexOf(row), changed);
    }

    /** Changes the first decision of a kind. */
    public static <T extends Decision> void change(
            World world, Class<T> kind, UnaryOperator<T> change) {
        change(world, with(world, kind), kind, decision -> List.of(change.apply(decision)));
    }

    /** Puts other decisions in the place of a row's decisions of one kind. */
    public static <T extends Decision> void change(
            World world,
            JournalRow row,
            Class<T> kind,
            Function<T, List<? extends Decision>> change) {
        change(
                world,
                row,
                entry -> {
                    List<Decision> decisions = new ArrayList<>();
                    for (Decision decision : entry.decisions()) {
                        if (kind.isInstance(decision)) {
                            decisions.addAll(change.apply(kind.cast(decision)));
                        } else {
                            decisions.add(decision);
                        }
                    }
                    return Records.with(entry, "decisions", decisions);
                });
    }

    /** Appends a well-made entry with a decision to a shard's journal. */
    public static void append(World world, int shard, Decision decision) {
        JournalRow last =
                world.journal.stream()
                        .filter(row -> row.shard() == shard)
                        .reduce((a, b) -> b)
                        .orElseThrow();
        Entry entry =
                Records.with(
                        Records.with(entry(last), "decisions", List.of(decision)),
                        "sequence",
                        last.sequence() + 1);
        world.journal.add(
                Records.with(
                        Records.with(
                                Records.with(last, "sequence", last.sequence() + 1),
                                "follows",
                                last.sequence()),
                        "entry",
                        new Encoder(world.georegion).entry(entry)));
    }
}
