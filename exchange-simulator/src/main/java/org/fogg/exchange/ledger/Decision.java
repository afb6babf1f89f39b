package org.fogg.exchange.ledger;

import org.fogg.contracts.sbe.ExecutionOutcome;

/** The ledger's answer to an attempt. */
public final class Decision {

    private final byte[] report;
    private final ExecutionOutcome outcome;
    private final boolean isNew;
    private final String reason;

    Decision(byte[] report, ExecutionOutcome outcome, boolean isNew, String reason) {
        this.report = report;
        this.outcome = outcome;
        this.isNew = isNew;
        this.reason = reason;
    }

    /** The encoded report; not to be changed. */
    public byte[] report() {
        return report;
    }

    /** The report's outcome. */
    public ExecutionOutcome outcome() {
        return outcome;
    }

    /**
     * Whether the report must be journaled before it is answered; else it is recorded already, or
     * need not be.
     */
    public boolean isNew() {
        return isNew;
    }

    /** For people: why it was not filled just now; else empty. */
    public String reason() {
        return reason;
    }
}
