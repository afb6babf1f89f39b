package org.fogg.exchange.ledger;

import java.util.List;
import org.fogg.exchange.message.LoggedOn;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's answer to a log-on.
 *
 * @param accepted whether the epoch is the shard's now; no when a later one has logged on
 * @param epoch the shard's latest epoch
 * @param reports encoded, in the order of their numbers; none when not accepted
 * @param loggedOn must be journaled before the answer; null when it is recorded already
 */
public record LogOnDecision(
        boolean accepted, long epoch, List<byte[]> reports, @Nullable LoggedOn loggedOn) {}
