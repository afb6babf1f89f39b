package org.fogg.audit.fold;

import org.fogg.audit.journal.ChainCheck;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Entry;
import org.fogg.audit.journal.EntryDecoder;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.journal.Place;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;
import org.fogg.audit.wire.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * Folds the rows of a georegion's journals, shard by shard, into books, and reports whatever does
 * not follow from what was before. Goes on after an error, so that one wrong entry hides no other.
 */
public final class JournalFold {

    private final Books books;
    private final Findings findings;
    private final EntryDecoder decoder = new EntryDecoder();
    private final Decisions decisions;
    private @Nullable ChainCheck chain;

    /** Folds into these books. */
    public JournalFold(Books books, Findings findings) {
        this.books = books;
        this.findings = findings;
        this.decisions = new Decisions(books, findings);
    }

    /** Takes the next row; all rows of a shard come together, in order. */
    public void row(JournalRow row) {
        ChainCheck current = chain;
        if (current == null || current.shard() != row.shard()) {
            current = new ChainCheck(books.table("journal"), row.shard(), findings);
            chain = current;
            if (row.shard() < 0 || row.shard() >= books.shards()) {
                broken(row, "journal-shard-unknown", "There is no such shard");
            }
        }
        current.address(row);
        books.counted(current);
        try {
            Entry entry = decoder.decode(row.entry());
            current.entry(row, entry);
            decide(row, entry);
        } catch (MalformedException e) {
            broken(row, "journal-entry-malformed", e.getMessage());
        }
    }

    private void decide(JournalRow row, Entry entry) {
        for (int n = 0; n < entry.decisions().size(); n++) {
            Place place = new Place(row.term(), row.shard(), row.sequence(), n);
            Decision decision = entry.decisions().get(n);
            try {
                decisions.apply(place, entry.epoch(), decision);
            } catch (ArithmeticException e) {
                broken(row, "journal-overflow", "Decision " + n + " overflows: " + decision);
            }
        }
    }

    private void broken(JournalRow row, String kind, @Nullable String what) {
        findings.add(
                2,
                kind,
                Violation.ids("shard", row.shard(), "sequence", row.sequence()),
                books.table("journal") + " term " + row.term() + " segment " + row.segment(),
                "a journal entry",
                what == null ? "something else" : what,
                "Entry "
                        + row.sequence()
                        + " of shard "
                        + row.shard()
                        + " cannot be read as it should: "
                        + what);
    }
}
