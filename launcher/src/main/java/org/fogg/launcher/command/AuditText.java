package org.fogg.launcher.command;

import java.util.Locale;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.report.Violation;

/** The auditor's verdict for people. */
final class AuditText {

    private static final int MOST_SHOWN = 20;

    private AuditText() {}

    static String of(AuditReport report) {
        AuditReport.Checked checked = report.checked();
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "Reconciliation: %s. Compared %,d orders, %,d trades, %,d accounts, %,d"
                                + " journal entries, %,d exchange executions.",
                        report.ok() ? "every record agrees" : "THE RECORDS DIFFER",
                        checked.orders(),
                        checked.trades(),
                        checked.accounts(),
                        checked.journalEntries(),
                        checked.exchangeExecutions()));
        report.violations().stream()
                .limit(MOST_SHOWN)
                .forEach(violation -> append(text, violation));
        int more = report.violations().size() - MOST_SHOWN;
        if (more > 0) {
            text.append("\n  and ").append(more).append(" more; --json has them all");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Violation violation) {
        text.append("\n  promise ")
                .append(violation.promise())
                .append(", ")
                .append(violation.kind())
                .append(": ")
                .append(violation.message())
                .append("\n    expected ")
                .append(violation.expected())
                .append(", found ")
                .append(violation.found())
                .append(" in ")
                .append(violation.where());
    }
}
