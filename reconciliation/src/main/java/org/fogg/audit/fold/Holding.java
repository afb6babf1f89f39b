package org.fogg.audit.fold;

import java.math.BigInteger;
import java.util.UUID;

/** What an account holds of a stock. */
public final class Holding extends Witnessed {

    private final UUID traderId;
    private final int stockId;
    private long quantity;
    private long cost;
    private long version;
    private long updatedAt;
    private long ledgerQuantity;

    Holding(UUID traderId, int stockId) {
        this.traderId = traderId;
        this.stockId = stockId;
    }

    void buy(long shares, long value) {
        quantity = Math.addExact(quantity, shares);
        cost = Math.addExact(cost, value);
    }

    /** A sale takes its share of the cost, rounded down. */
    void sell(long shares) {
        if (quantity > 0 && shares <= quantity) {
            BigInteger share =
                    BigInteger.valueOf(cost)
                            .multiply(BigInteger.valueOf(shares))
                            .divide(BigInteger.valueOf(quantity));
            cost -= share.longValueExact();
        }
        quantity = Math.subtractExact(quantity, shares);
    }

    void changed(long sequence, long at) {
        version = sequence;
        updatedAt = at;
    }

    /** Adds what a line of the ledger says has moved. */
    public void post(long shares) {
        ledgerQuantity += shares;
    }

    public UUID traderId() {
        return traderId;
    }

    public int stockId() {
        return stockId;
    }

    /** Shares. */
    public long quantity() {
        return quantity;
    }

    /** What they cost, in 1/10,000. */
    public long cost() {
        return cost;
    }

    /** Journal sequence of the last change. */
    public long version() {
        return version;
    }

    /** Time of the last change. */
    public long updatedAt() {
        return updatedAt;
    }

    /** Sum of the ledger's lines. */
    public long ledgerQuantity() {
        return ledgerQuantity;
    }
}
