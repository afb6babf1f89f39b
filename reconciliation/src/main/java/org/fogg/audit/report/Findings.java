package org.fogg.audit.report;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Collects what one pass over the world finds. Keeps a bounded number, so that a wholly lost table
 * does not fill the memory. Not thread-safe.
 */
public final class Findings {

    /** How many findings are kept. */
    public static final int LIMIT = 10_000;

    private final Set<Violation> violations = new LinkedHashSet<>();
    private boolean cut;

    /** Adds a finding. What is expected and found is told by {@code toString}. */
    public void add(
            int promise,
            String kind,
            Map<String, String> ids,
            String where,
            Object expected,
            Object found,
            String message) {
        if (violations.size() == LIMIT) {
            cut = true;
            return;
        }
        violations.add(
                new Violation(
                        promise, kind, ids, message, expected.toString(), found.toString(), where));
    }

    /** What was found, in the order of finding. */
    public Set<Violation> violations() {
        return Collections.unmodifiableSet(violations);
    }

    /** Whether there was more than is kept. */
    public boolean isCut() {
        return cut;
    }
}
