package org.fogg.broker.command;

import org.jspecify.annotations.Nullable;

/** Tells, before anything is sent, what a command would wait for in vain. Thread-safe. */
public interface Availability {

    /**
     * What is away that a command needs.
     *
     * @param shard where it goes
     * @param stockId the stock it is about; 0 when it is about none, or one not known here
     * @return one sentence for the user; null when nothing is known to be away
     */
    @Nullable String missing(int shard, int stockId);
}
