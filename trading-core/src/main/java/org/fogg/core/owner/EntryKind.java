package org.fogg.core.owner;

/** Why an entry was appended. */
public enum EntryKind {
    /** A new owner took the shard. */
    OWNER,
    /** A group of decisions. */
    DECISIONS,
    /** Marks that moved without a decision. */
    MARKS,
    /** The last entry of a term. */
    CLOSING
}
