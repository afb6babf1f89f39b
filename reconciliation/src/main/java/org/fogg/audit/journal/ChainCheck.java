package org.fogg.audit.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.EntryKind;

/**
 * Whether one shard's rows form one chain: gapless from 0 within a term, each at its own address,
 * written by one owner after the other, and never forgetting what it had read.
 */
public final class ChainCheck {

    /** How many sequences share a partition of the journal. */
    private static final long SEGMENT = 4096;

    /** A later term begins at a multiple of this. */
    private static final long TERM = 1L << 24;

    private final String table;
    private final int shard;
    private final Findings findings;

    private final Map<Integer, Long> tickMarks = new HashMap<>();
    private final Map<Integer, Long> exchangeMarks = new HashMap<>();
    private Set<Long> commandsAbove = Set.of();
    private Set<Entry.Report> reportsAbove = Set.of();
    private long commandOffset;
    private long next;
    private int term;
    private long epoch;
    private UUID incarnation = Ids.NONE;

    /**
     * Checks a shard from its first row on.
     *
     * @param table the journal's full name
     */
    public ChainCheck(String table, int shard, Findings findings) {
        this.table = table;
        this.shard = shard;
        this.findings = findings;
    }

    /** Takes the next row's address, before its entry is decoded. */
    public void address(JournalRow row) {
        if (row.follows() >= next) {
            add(
                    "journal-gap",
                    row,
                    "sequence " + next,
                    "sequence " + row.sequence(),
                    "The journal of shard "
                            + shard
                            + " lacks the entries "
                            + next
                            + " to "
                            + row.follows());
        } else if (row.follows() < next - 1) {
            add(
                    "journal-sequence-repeated",
                    row,
                    "sequence " + next,
                    "sequence " + row.sequence(),
                    "The journal of shard "
                            + shard
                            + " has the sequence "
                            + row.sequence()
                            + " more than once");
        }
        if (row.segment() != Math.floorDiv(row.sequence(), SEGMENT)) {
            add(
                    "journal-segment-wrong",
                    row,
                    "segment " + Math.floorDiv(row.sequence(), SEGMENT),
                    "segment " + row.segment(),
                    "The entry lies in the wrong segment");
        }
        long due = row.follows() + 1;
        int later = row.term() - Math.max(1, term);
        long start = later > 0 ? (due / TERM + later) * TERM : due;
        if (row.sequence() != start) {
            add(
                    "journal-term-start-wrong",
                    row,
                    "sequence " + start,
                    "sequence " + row.sequence(),
                    "A later term begins at a multiple of " + TERM + ", one for each term");
        }
        if (row.term() < term || row.term() < 1) {
            add("journal-term-wrong", row, "term " + term, "term " + row.term(), "Terms go back");
        }
        term = row.term();
        next = row.sequence() + 1;
    }

    /** Takes a row's entry. */
    public void entry(JournalRow row, Entry entry) {
        boolean own =
                entry.term() == row.term()
                        && entry.shard() == row.shard()
                        && entry.sequence() == row.sequence()
                        && entry.incarnation().equals(row.incarnation());
        if (!own) {
            add(
                    "journal-entry-misplaced",
                    row,
                    address(row.term(), row.shard(), row.sequence(), row.incarnation()),
                    address(entry.term(), entry.shard(), entry.sequence(), entry.incarnation()),
                    "The entry says that it belongs elsewhere");
        }
        owner(row, entry);
        marks(row, entry);
    }

    /** How many reports of each exchange are in the journal, without gap. */
    public Map<Integer, Long> exchangeMarks() {
        return exchangeMarks;
    }

    /**
     * How many of the shard's commands no entry has decided.
     *
     * @param end the offset after its last command
     */
    public long undecided(long end) {
        long above = commandsAbove.stream().filter(offset -> offset >= commandOffset).count();
        return Math.max(0, end - commandOffset - above);
    }

    /**
     * How many of an exchange's reports to the shard no entry has taken in.
     *
     * @param highest the number of the exchange's last report to it
     */
    public long missed(int exchangeId, long highest) {
        long mark = exchangeMarks.getOrDefault(exchangeId, 0L);
        long above =
                reportsAbove.stream()
                        .filter(each -> each.exchangeId() == exchangeId && each.number() > mark)
                        .count();
        return Math.max(0, highest - mark - above);
    }

    /** The shard these rows belong to. */
    public int shard() {
        return shard;
    }

    /** The sequence after the last row's. */
    public long next() {
        return next;
    }

    private void owner(JournalRow row, Entry entry) {
        if (entry.kind() == EntryKind.OWNER) {
            epoch = row.sequence() + 1;
            incarnation = row.incarnation();
        } else if (epoch == 0) {
            epoch = entry.epoch();
            incarnation = row.incarnation();
            add(
                    "journal-without-owner",
                    row,
                    "an OWNER entry",
                    entry.kind(),
                    "The shard's first entry names no owner");
        }
        if (entry.epoch() != epoch) {
            add(
                    "journal-epoch-wrong",
                    row,
                    "epoch " + epoch,
                    "epoch " + entry.epoch(),
                    "The entry was written in another epoch than its owner's");
            epoch = Math.max(epoch, entry.epoch());
        }
        if (!row.incarnation().equals(incarnation)) {
            add(
                    "journal-writer-wrong",
                    row,
                    incarnation,
                    row.incarnation(),
                    "Someone who is not the shard's owner wrote the entry");
        }
        if (entry.kind() == EntryKind.MARKS && !entry.decisions().isEmpty()) {
            add(
                    "journal-marks-decide",
                    row,
                    "no decision",
                    entry.decisions().size() + " decisions",
                    "An entry of marks has decisions");
        }
    }

    private void marks(JournalRow row, Entry entry) {
        if (entry.commandOffset() < commandOffset) {
            back(row, "command offset", commandOffset, entry.commandOffset());
        }
        for (long above : commandsAbove) {
            if (above >= entry.commandOffset() && !entry.commandsAbove().contains(above)) {
                back(row, "commands above the offset", above, entry.commandsAbove());
            }
        }
        entry.tickMarks().forEach((key, mark) -> forward(row, "tick", tickMarks, key, mark));
        entry.exchangeMarks()
                .forEach((key, mark) -> forward(row, "exchange", exchangeMarks, key, mark));
        for (Entry.Report above : reportsAbove) {
            if (above.number() > exchangeMarks.getOrDefault(above.exchangeId(), 0L)
                    && !entry.reportsAbove().contains(above)) {
                back(row, "reports above the mark", above, entry.reportsAbove());
            }
        }
        commandOffset = Math.max(commandOffset, entry.commandOffset());
        commandsAbove = new HashSet<>(entry.commandsAbove());
        reportsAbove = new HashSet<>(entry.reportsAbove());
    }

    private void forward(
            JournalRow row, String what, Map<Integer, Long> marks, int key, long mark) {
        Long before = marks.get(key);
        if (before != null && mark < before) {
            back(row, what + " mark of " + key, before, mark);
            return;
        }
        marks.put(key, mark);
    }

    private void back(JournalRow row, String what, Object before, Object after) {
        add(
                "journal-mark-back",
                row,
                before,
                after,
                "The " + what + " goes back from " + before + " to " + after);
    }

    private void add(String kind, JournalRow row, Object expected, Object found, String message) {
        findings.add(
                2,
                kind,
                Violation.ids("shard", row.shard(), "sequence", row.sequence()),
                table + " term " + row.term() + " segment " + row.segment(),
                expected,
                found,
                message + " (shard " + row.shard() + ", sequence " + row.sequence() + ")");
    }

    private static String address(int term, int shard, long sequence, UUID incarnation) {
        return "term "
                + term
                + " shard "
                + shard
                + " sequence "
                + sequence
                + " incarnation "
                + incarnation;
    }
}
