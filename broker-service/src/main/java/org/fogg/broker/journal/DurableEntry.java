package org.fogg.broker.journal;

import java.util.List;

/**
 * An entry that is in the journal, with all that its tables and events need.
 *
 * @param durableAt when the owner saw it durable, nanoseconds since the Unix epoch
 * @param effects what its decisions changed, in their order
 */
public record DurableEntry(int shard, long sequence, long durableAt, List<Effect> effects) {}
