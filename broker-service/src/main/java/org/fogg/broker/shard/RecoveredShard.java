package org.fogg.broker.shard;

import java.util.List;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.owner.EngineRelay;
import org.fogg.core.owner.JournalEntry;

/**
 * What the journal gave a new owner.
 *
 * @param engine the fold of the journal, in the owner's epoch
 * @param relay through which the engine will tell its shard
 * @param owner the entry with which the shard was taken over
 * @param done how far earlier owners projected and published
 * @param backlog entries above that, to be projected and published again
 * @param split what all that took
 */
record RecoveredShard(
        Claim claim,
        ShardEngine engine,
        EngineRelay relay,
        JournalEntry owner,
        ShardMarks done,
        List<DurableEntry> backlog,
        RecoverySplit split) {}
