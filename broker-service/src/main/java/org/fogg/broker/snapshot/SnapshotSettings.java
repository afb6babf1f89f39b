package org.fogg.broker.snapshot;

/**
 * When snapshots are made and what follows.
 *
 * @param every after how many entries of a shard's journal, above 0; of a shard with many orders up
 *     to ten times as many
 * @param removeJournal whether segments that no owner can need any more are removed
 */
public record SnapshotSettings(int every, boolean removeJournal) {}
