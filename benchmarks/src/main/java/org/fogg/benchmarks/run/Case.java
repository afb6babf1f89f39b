package org.fogg.benchmarks.run;

import java.util.Locale;
import org.fogg.benchmarks.book.BookKind;

/**
 * One task on one book.
 *
 * @param orders how many rest
 */
public record Case(Task task, BookKind kind, int orders) {

    /** For people. */
    public String label() {
        return String.format(Locale.ROOT, "%s, %s, %,d orders", task.label(), kind.label(), orders);
    }
}
