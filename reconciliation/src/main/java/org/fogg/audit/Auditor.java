package org.fogg.audit;

import com.datastax.oss.driver.api.core.DriverException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Violation;

/**
 * Compares all ledgers of a world as sets and sums.
 *
 * <p>A world that runs changes while it is read, so one pass over it finds differences that are
 * none: the ledgers were read at different moments. But every ledger only ever moves towards the
 * others. So a pass is repeated, with fresh reads, and only those differences are kept that every
 * pass finds the same, to the last value. A difference that comes from motion is gone in a later
 * pass, or has other values; one that is an error stays, because nothing in Fogg rewrites a past
 * entry, trade or ledger line, and a row that is written again is written whole and right. What
 * stays for all passes is reported.
 *
 * <p>A pass in which a server did not answer found nothing out and is repeated too, a few times.
 */
public final class Auditor {

    private static final int PASSES = 4;
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(1500);

    private Auditor() {}

    /**
     * Audits a world, running or at rest.
     *
     * @return the verdict; a broken promise is a value, not an exception
     * @throws RuntimeException when a server of the target cannot be read, or four passes in a row
     *     were not answered
     */
    public static AuditReport audit(AuditTarget target, Progress progress) {
        try (OpenSources open = new OpenSources(target)) {
            return audit(open.sources(), progress, PASSES, Auditor::pause);
        }
    }

    /**
     * Audits what these sources give.
     *
     * @param passes how many passes a difference has to last
     * @param pause is called between two passes
     */
    static AuditReport audit(Sources sources, Progress progress, int passes, Runnable pause) {
        Pass pass = wholePass(sources, progress, pause);
        Findings findings = pass.findings();
        Set<Violation> lasting = new LinkedHashSet<>(findings.violations());
        int lasted = 1;
        while (!lasting.isEmpty() && lasted < passes) {
            progress.step(lasting.size() + " differences: looking again");
            pause.run();
            boolean cutBefore = findings.isCut();
            pass = wholePass(sources, progress, pause);
            findings = pass.findings();
            if (cutBefore != findings.isCut()) {
                // A cut list cannot be compared with a whole one: begin again with the newer.
                lasting = new LinkedHashSet<>(findings.violations());
                lasted = 1;
                continue;
            }
            lasted++;
            if (cutBefore) {
                // More than are kept, each time: those kept need not be the same ones.
                lasting = new LinkedHashSet<>(findings.violations());
            } else {
                lasting.retainAll(findings.violations());
            }
        }
        return new AuditReport(
                lasting.isEmpty(), pass.checked(), pass.totals(lasting), List.copyOf(lasting));
    }

    private static Pass wholePass(Sources sources, Progress progress, Runnable pause) {
        for (int unanswered = 1; ; unanswered++) {
            Pass pass = new Pass(sources, progress);
            try {
                pass.run();
                return pass;
            } catch (DriverException | KafkaException | UncheckedIOException e) {
                if (unanswered == TRIES) {
                    throw e;
                }
                progress.step("not everything could be read (" + e.getMessage() + "): once more");
                pause.run();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while auditing", e);
        }
    }
}
