package org.fogg.audit.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.contracts.sbe.EntryKind;

/**
 * A decoded journal entry.
 *
 * @param tickMarks by partition of the tickers topic
 * @param exchangeMarks by exchange
 * @param reportsAbove reports above those marks that are in the journal already
 */
public record Entry(
        int term,
        int shard,
        long sequence,
        UUID incarnation,
        EntryKind kind,
        long at,
        long epoch,
        long commandOffset,
        Set<Long> commandsAbove,
        Map<Integer, Long> tickMarks,
        Map<Integer, Long> exchangeMarks,
        Set<Report> reportsAbove,
        List<Decision> decisions) {

    /**
     * An exchange's report to this shard.
     *
     * @param number counts the shard's reports at that exchange from 1
     */
    public record Report(int exchangeId, long number) {}
}
