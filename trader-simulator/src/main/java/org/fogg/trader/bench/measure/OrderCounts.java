package org.fogg.trader.bench.measure;

/**
 * What became of the orders of one type.
 *
 * @param placed taken into the journal
 * @param filled traded in full
 * @param filledAfterResting of those filled, traded because a later tick triggered them
 * @param canceled canceled, expired or replaced
 * @param rejected refused when sent, or rejected later
 * @param open still open
 * @param value what was traded, in 1/10,000 USD
 */
public record OrderCounts(
        long placed,
        long filled,
        long filledAfterResting,
        long canceled,
        long rejected,
        long open,
        long value) {}
