package org.fogg.core.funding;

/** Where a transfer stands for its sender. */
public enum TransferState {
    /** The money is set aside; nothing has left, so it can still be voided here alone. */
    HELD,
    /** It may have arrived. Only the receiver's answer ends it. */
    SENT,
    /** The money is with the receiver. */
    APPLIED,
    /** The money is back, and the receiver will refuse the transfer for ever. */
    VOIDED;

    /** Whether the money is in transit. */
    public boolean isOpen() {
        return this == HELD || this == SENT;
    }
}
