package org.fogg.core.funding;

/** What the receiver of a transfer says. Each answer is final. */
public enum TransferOutcome {
    /** Nothing is decided; ask again. */
    UNKNOWN,
    /** The money is there, whatever became of the order that came with it. */
    APPLIED,
    /** It is not there and never will be. */
    VOIDED
}
