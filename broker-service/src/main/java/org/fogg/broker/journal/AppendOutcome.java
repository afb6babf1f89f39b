package org.fogg.broker.journal;

/** What became of an append. */
public enum AppendOutcome {
    /** The slot holds this entry, durably. */
    APPENDED,
    /** Another writer's entry holds the slot: this one owns the shard no longer. */
    TAKEN,
    /** The writer gave up while it was not known which of the two it would be. */
    ABANDONED
}
