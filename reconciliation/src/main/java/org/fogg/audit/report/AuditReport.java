package org.fogg.audit.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The verdict.
 *
 * @param ok whether nothing is wrong
 * @param checked how much was looked at, in the last pass
 * @param totals what it comes to, in the last pass
 * @param violations what is wrong; empty when ok
 */
public record AuditReport(boolean ok, Checked checked, Totals totals, List<Violation> violations) {

    /** Keeps its own list. */
    public AuditReport {
        violations = List.copyOf(violations);
    }

    /**
     * How much was looked at.
     *
     * @param orders orders in the journals
     * @param trades trades in the journals
     * @param accounts trading accounts in the journals
     * @param journalEntries entries of all shards' journals
     * @param exchangeExecutions fills in the exchanges' journals, of the audited georegions
     */
    public record Checked(
            long orders,
            long trades,
            long accounts,
            @JsonProperty("journal_entries") long journalEntries,
            @JsonProperty("exchange_executions") long exchangeExecutions) {}
}
