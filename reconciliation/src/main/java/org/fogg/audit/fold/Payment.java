package org.fogg.audit.fold;

import java.util.List;
import java.util.UUID;

/** Cash paid in, with the opening of an account or later. */
public final class Payment extends Movement {

    private final Account account;
    private final UUID commandId;
    private final long amount;
    private final boolean opening;

    Payment(
            long sequence,
            int n,
            long at,
            Account account,
            UUID commandId,
            long amount,
            boolean opening) {
        super(sequence, n, at);
        this.account = account;
        this.commandId = commandId;
        this.amount = amount;
        this.opening = opening;
    }

    @Override
    public List<Line> lines() {
        if (amount == 0) {
            return List.of();
        }
        return List.of(new Line("trader", "USD", amount), new Line("deposits", "USD", -amount));
    }

    @Override
    public String kind() {
        return "deposit";
    }

    @Override
    public UUID reference() {
        return commandId;
    }

    @Override
    public Account account() {
        return account;
    }

    public UUID commandId() {
        return commandId;
    }

    /** In 1/10,000. */
    public long amount() {
        return amount;
    }

    /** Whether it came with the opening of the account. */
    public boolean isOpening() {
        return opening;
    }
}
