package org.fogg.exchange.message;

/**
 * A new owner of a shard shows itself.
 *
 * @param epoch the owner's; earlier ones are fenced from then on
 * @param fromReport reports above it are wanted
 */
public record LogOnRequest(String brokerGroup, int shard, long epoch, long fromReport) {}
