package org.fogg.audit.fold;

import org.fogg.audit.journal.Decision.TransferHeld;

/** A transfer as its sender's journal has it. */
public final class Transfer {

    /** Where it stands. */
    public enum State {
        /** Set aside; nothing has left. */
        HELD,
        /** It may have arrived. */
        SENT,
        /** The money is with the receiver. */
        APPLIED,
        /** The money is back. */
        VOIDED
    }

    private final int shard;
    private final TransferHeld terms;
    private State state = State.HELD;

    Transfer(int shard, TransferHeld terms) {
        this.shard = shard;
        this.terms = terms;
    }

    void move(State to) {
        state = to;
    }

    /** The sending shard. */
    public int shard() {
        return shard;
    }

    /** What was to be transferred. */
    public TransferHeld terms() {
        return terms;
    }

    public State state() {
        return state;
    }

    /** Whether its money is on its way. */
    public boolean isOpen() {
        return state == State.HELD || state == State.SENT;
    }
}
