package org.fogg.audit.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the ledgers come to.
 *
 * @param acknowledged orders that clients were told are in force, each once
 * @param duplicates violations that say that something happened or was recorded twice
 * @param lost violations that say that something acknowledged, executed or paid is missing
 * @param unresolved what waited for its outcome in the last pass: commands that no journal entry
 *     has decided yet, exchanges' reports that no entry has taken in, and orders and cancellations
 *     whose client never learned what became of them. At rest it is 0; while a world trades it need
 *     not be
 * @param money where the money is
 */
public record Totals(long acknowledged, long duplicates, long lost, long unresolved, Money money) {

    /**
     * Where the money is, in 1/10,000 USD, each sum from another ledger.
     *
     * @param deposited all that was paid in, as the journals have it
     * @param held what the table accounts holds, and what the exchanges were paid and have paid, as
     *     their own journals say
     * @param inTransit between georegions, as the table ledger says
     * @param difference deposited less held and in transit: 0, or money has appeared or vanished
     */
    public record Money(
            long deposited,
            long held,
            @JsonProperty("in_transit") long inTransit,
            long difference) {

        /** Computes the difference. */
        public static Money of(long deposited, long held, long inTransit) {
            return new Money(deposited, held, inTransit, deposited - held - inTransit);
        }
    }
}
