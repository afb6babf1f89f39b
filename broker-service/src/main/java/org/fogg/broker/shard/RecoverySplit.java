package org.fogg.broker.shard;

/**
 * What reading a shard's state took.
 *
 * @param snapshot the last entry that came with a snapshot; -1 for none
 * @param snapshotNanos finding and restoring it
 * @param entries how many were read from the journal after it
 * @param journalNanos reading and folding them, and taking the next slot
 */
record RecoverySplit(long snapshot, long snapshotNanos, long entries, long journalNanos) {}
