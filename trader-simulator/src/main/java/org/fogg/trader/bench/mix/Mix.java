package org.fogg.trader.bench.mix;

import java.util.function.Consumer;

/** A workload: what happens around each order of a steady stream. Not thread-safe. */
public interface Mix {

    /**
     * Plans one order and what comes along with it. The same seed gives the same plans.
     *
     * @param at when the order is to be sent
     * @param plan takes each operation, in any order of time, none earlier than {@link #leadNanos}
     *     before {@code at}
     */
    void plan(long at, Consumer<PlannedOp> plan);

    /** How long before an order its first operation may be. */
    long leadNanos();
}
