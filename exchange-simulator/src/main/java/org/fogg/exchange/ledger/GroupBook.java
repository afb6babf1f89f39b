package org.fogg.exchange.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fogg.exchange.message.Attempt;
import org.fogg.exchange.message.Report;
import org.jspecify.annotations.Nullable;

/** What an exchange remembers of one broker group. */
final class GroupBook {

    private final Map<AttemptKey, byte[]> outcomes = new HashMap<>();
    private final Map<UUID, Fills> fills = new HashMap<>();
    private final Map<Integer, ShardBook> shards = new HashMap<>();

    /** The report of an attempt; null when it is unknown. */
    byte @Nullable [] outcome(Attempt attempt) {
        return outcomes.get(AttemptKey.of(attempt));
    }

    /** What an order has traded; null when it has not. */
    @Nullable Fills fills(UUID orderId) {
        return fills.get(orderId);
    }

    ShardBook shard(int number) {
        return shards.computeIfAbsent(number, n -> new ShardBook());
    }

    int attempts() {
        return outcomes.size();
    }

    /** Remembers a report; its number must be the shard's next. */
    void add(Report report, byte[] encoded) {
        Attempt attempt = report.attempt();
        outcomes.put(AttemptKey.of(attempt), encoded);
        shard(attempt.shard()).reports.add(encoded);
        if (report.quantity() > 0) {
            fills.computeIfAbsent(
                            attempt.terms().orderId(), id -> new Fills(attempt.terms().quantity()))
                    .add(report.quantity());
        }
    }

    /** What an order has traded so far, over all its attempts. */
    static final class Fills {

        private final long ordered;
        private long filled;

        private Fills(long ordered) {
            this.ordered = ordered;
        }

        private void add(long quantity) {
            filled = Math.addExact(filled, quantity);
        }

        long ordered() {
            return ordered;
        }

        long filled() {
            return filled;
        }
    }

    /** The epoch and the reports of one shard. */
    static final class ShardBook {

        private final List<byte[]> reports = new ArrayList<>();
        private long epoch;

        long epoch() {
            return epoch;
        }

        void raiseEpoch(long newEpoch) {
            epoch = Math.max(epoch, newEpoch);
        }

        long lastNumber() {
            return reports.size();
        }

        List<byte[]> reportsAbove(long number) {
            return List.copyOf(reports.subList(Math.toIntExact(number), reports.size()));
        }
    }
}
