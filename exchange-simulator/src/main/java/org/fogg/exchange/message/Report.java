package org.fogg.exchange.message;

import org.fogg.contracts.sbe.ExecutionOutcome;

/**
 * What the exchange did with an attempt.
 *
 * @param exchangeId which exchange
 * @param number counts the reports of a broker group's shard from 1; 0 when it is not recorded
 * @param executionId counts the exchange's fills from 1; 0 unless filled
 * @param quantity shares traded; 0 unless filled
 * @param price in 1/10,000; 0 unless filled
 * @param tickSequence the tick the exchange decided by; 0 when it needed none
 * @param at when it decided, nanoseconds since the Unix epoch; 0 when it is not recorded
 * @param boundPrice the bound the attempt had, in 1/10,000; 0 when not known
 */
public record Report(
        int exchangeId,
        long number,
        Attempt attempt,
        ExecutionOutcome outcome,
        long executionId,
        long quantity,
        long price,
        long tickSequence,
        long at,
        long boundPrice)
        implements JournalRecord {}
