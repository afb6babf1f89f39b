package org.fogg.broker.shard;

import java.util.Map;

/** Reads ticks again that were published while nobody watched for a shard. */
interface CatchUp {

    /**
     * Gives the shard, through the agent, all ticks from the offsets on that are there now, then
     * tells it that it has caught up. Never blocks.
     *
     * @param offsets by partition; from the beginning where there is none
     */
    void request(OwnedShard shard, Map<Integer, Long> offsets);
}
