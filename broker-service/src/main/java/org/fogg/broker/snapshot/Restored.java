package org.fogg.broker.snapshot;

import org.fogg.core.engine.ShardEngine;
import org.fogg.core.owner.EngineRelay;
import org.fogg.core.owner.JournalFold;

/**
 * The beginning of a fold.
 *
 * @param relay through which the engine tells what it decides
 * @param fold goes on with the entry after the snapshot
 * @param sequence the last entry in the snapshot; -1 when the fold begins with the journal
 */
public record Restored(ShardEngine engine, EngineRelay relay, JournalFold fold, long sequence) {}
