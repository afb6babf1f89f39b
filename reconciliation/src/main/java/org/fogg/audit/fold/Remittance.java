package org.fogg.audit.fold;

import java.util.List;
import java.util.UUID;

/** One step of money between georegions: out of an account, on its way, into one. */
public final class Remittance extends Movement {

    /** Money on its way, as its sender knows. */
    public static final String TRANSIT = "transit";

    /** Money that a sender knows to be in another georegion; the receiver's side is negative. */
    public static final String ABROAD = "abroad";

    static final String TRADER = "trader";

    private final Account account;
    private final UUID transferId;
    private final String from;
    private final String to;
    private final long amount;

    Remittance(
            long sequence,
            int n,
            long at,
            Account account,
            UUID transferId,
            String from,
            String to,
            long amount) {
        super(sequence, n, at);
        this.account = account;
        this.transferId = transferId;
        this.from = from;
        this.to = to;
        this.amount = amount;
    }

    @Override
    public List<Line> lines() {
        return amount == 0
                ? List.of()
                : List.of(new Line(from, "USD", -amount), new Line(to, "USD", amount));
    }

    @Override
    public String kind() {
        return "transfer";
    }

    @Override
    public UUID reference() {
        return transferId;
    }

    @Override
    public Account account() {
        return account;
    }
}
