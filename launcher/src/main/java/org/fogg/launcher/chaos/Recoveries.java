package org.fogg.launcher.chaos;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fogg.contracts.Ids;

/**
 * Tells from the load's own answers when trading is back after a fault: when every shard has
 * accepted an order that was sent after the fault. Only those count that cannot have been accepted
 * without the process that was hit: after a fault of an exchange, market orders. Thread-safe.
 */
final class Recoveries {

    private final int shards;
    private final Set<Lane> known = new HashSet<>();
    private final Set<Lane> waitedFor = new HashSet<>();
    private boolean onlyAtOnce;
    private long since;
    private long last;

    /**
     * @param shards of each georegion
     */
    Recoveries(int shards) {
        this.shards = shards;
    }

    private record Lane(String georegion, int shard) {}

    /** An order was accepted; times in {@link System#nanoTime} terms. */
    synchronized void accepted(
            String georegion, UUID trader, boolean atOnce, long sentAt, long answeredAt) {
        Lane lane = new Lane(georegion, Ids.shardOf(trader, shards));
        known.add(lane);
        boolean counts = sentAt - since > 0 && (atOnce || !onlyAtOnce);
        if (counts && waitedFor.remove(lane)) {
            last = answeredAt;
            notifyAll();
        }
    }

    /**
     * Begins to wait, for every shard that has accepted an order before.
     *
     * @param at when the fault was done
     * @param marketOnly whether only market orders count
     */
    synchronized void begin(long at, boolean marketOnly) {
        since = at;
        last = at;
        onlyAtOnce = marketOnly;
        waitedFor.addAll(known);
    }

    /**
     * Waits until every shard has accepted an order.
     *
     * @param deadline in {@link System#nanoTime} terms
     * @return when the last of them had; empty if one has not by then
     */
    synchronized OptionalLong await(long deadline) throws InterruptedException {
        while (!waitedFor.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return OptionalLong.empty();
            }
            wait(left);
        }
        return OptionalLong.of(last);
    }

    /** The shards that have not accepted an order yet. */
    synchronized String missing() {
        return waitedFor.stream()
                .map(lane -> lane.georegion() + " " + lane.shard())
                .sorted()
                .toList()
                .toString();
    }
}
