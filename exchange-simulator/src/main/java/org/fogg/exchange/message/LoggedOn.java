package org.fogg.exchange.message;

/**
 * A log-on that happened.
 *
 * @param at nanoseconds since the Unix epoch
 */
public record LoggedOn(String brokerGroup, int shard, long epoch, long at)
        implements JournalRecord {}
