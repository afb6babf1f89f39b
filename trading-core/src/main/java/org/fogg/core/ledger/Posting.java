package org.fogg.core.ledger;

/**
 * One line of the double-entry ledger: an account gains (positive) or gives (negative) an asset.
 *
 * @param account whose balance changes
 * @param exchangeId which exchange's clearing account; 0 for other kinds
 * @param stockId the stock that moves; 0 when it is cash
 * @param amount shares, or cash in 1/10,000
 */
public record Posting(AccountKind account, int exchangeId, int stockId, long amount) {

    /** Whose account a line is about. */
    public enum AccountKind {
        /** The trader the decision is about. */
        TRADER,
        /** The clearing account of an exchange. */
        EXCHANGE,
        /** Where money comes from that is paid in. */
        DEPOSITS,
        /** Money on its way to another georegion. */
        TRANSIT,
        /**
         * What other georegions owe this one: the sum over all of them is what is in both books.
         */
        ABROAD
    }

    /** Whether cash moves, rather than a stock. */
    public boolean isCash() {
        return stockId == 0;
    }
}
