package org.fogg.broker.shard;

/** Who gives shards to the agent and feeds them commands, as the agent sees it. Never blocks. */
interface Ownership {

    /** The shard takes commands, from this offset of its partition on. */
    void ready(Claim claim, long fromOffset);

    /** The claim has ended although nobody took it away. */
    void lost(Claim claim);

    /** All commands below the offset are in the journal; a hint for whoever watches. */
    void progress(int shard, long offset);
}
