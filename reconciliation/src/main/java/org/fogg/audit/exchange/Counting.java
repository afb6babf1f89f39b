package org.fogg.audit.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fogg.audit.exchange.ExchangeRecord.LoggedOn;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.contracts.sbe.ExecutionOutcome;

/**
 * Tells which reports of an exchange's journal count, by the rules of docs/protocols/exchange.md.
 * What does not count was written by a life of the exchange that had lost Kafka, and was never
 * answered. Takes the records in the order of the journal; not thread-safe.
 */
final class Counting {

    private final Map<Session, Long> numbers = new HashMap<>();
    private final Map<Session, Long> epochs = new HashMap<>();
    private final Set<ExchangeRecord.Attempt> attempts = new HashSet<>();
    private long executions;

    /** Takes a log-on; one of an earlier epoch changes nothing. */
    void loggedOn(LoggedOn loggedOn) {
        epochs.merge(new Session(loggedOn.group(), loggedOn.shard()), loggedOn.epoch(), Math::max);
    }

    /**
     * Takes a report.
     *
     * @return whether it counts
     */
    boolean counts(Report report) {
        boolean filled = report.outcome() == ExecutionOutcome.FILLED;
        boolean fenced =
                report.outcome() != ExecutionOutcome.VOIDED
                        && report.epoch() < epoch(report.group(), report.shard());
        if (fenced
                || (filled && report.executionId() <= executions)
                || report.report() != lastNumber(report.group(), report.shard()) + 1
                || !attempts.add(report.named())) {
            return false;
        }
        numbers.put(new Session(report.group(), report.shard()), report.report());
        if (filled) {
            executions = report.executionId();
        }
        return true;
    }

    /** The number of a shard's last report that counts; 0 before the first. */
    long lastNumber(String group, int shard) {
        return numbers.getOrDefault(new Session(group, shard), 0L);
    }

    /** The highest epoch of a shard that has logged on; 0 before the first. */
    long epoch(String group, int shard) {
        return epochs.getOrDefault(new Session(group, shard), 0L);
    }

    private record Session(String group, int shard) {}
}
