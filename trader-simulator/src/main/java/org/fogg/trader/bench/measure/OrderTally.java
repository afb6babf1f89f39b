package org.fogg.trader.bench.measure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.trader.bench.mix.Operation;

/**
 * What became of orders, by type, counted from their events and from refusals. Events that come
 * again, as they do after a broker was replaced, count once. Not thread-safe.
 */
public final class OrderTally {

    private final Map<Operation, Counter> counters = new EnumMap<>(Operation.class);
    private final Map<UUID, Tracked> open = new HashMap<>();
    private final Map<Long, Place> latest = new HashMap<>();
    private long trades;

    /** An order that was refused when it was sent. */
    public void refused(Operation type) {
        counter(type).rejected++;
    }

    /** Whether this event has not been seen. To be asked once for each, in their order. */
    public boolean isNew(OrderNews news) {
        long key = (long) news.stream() << Integer.SIZE | news.shard();
        Place place = latest.computeIfAbsent(key, k -> new Place());
        return place.isNew(news);
    }

    /** Counts an event that has not been counted. */
    public void count(OrderNews news) {
        Counter counter = counter(news.type());
        Tracked order = open.get(news.orderId());
        if (order == null) {
            order = new Tracked();
            open.put(news.orderId(), order);
            counter.placed++;
            counter.open++;
        }
        if (news.isTrade()) {
            trades++;
            counter.value =
                    Math.addExact(
                            counter.value,
                            Math.multiplyExact(news.tradeQuantity(), news.tradePrice()));
            order.rested |= news.triggerTick() > 0;
        }
        if (news.isClosing()) {
            close(news, counter, order);
        }
    }

    private void close(OrderNews news, Counter counter, Tracked order) {
        open.remove(news.orderId());
        counter.open--;
        switch (news.kind()) {
            case FILL -> {
                counter.filled++;
                counter.filledAfterResting += order.rested ? 1 : 0;
            }
            case REJECTED -> counter.rejected++;
            default -> counter.canceled++;
        }
    }

    /** How many trades there were. */
    public long trades() {
        return trades;
    }

    /** How many orders are open. */
    public int open() {
        return open.size();
    }

    /** The counts so far of each type that has any. */
    public Map<Operation, OrderCounts> counts() {
        Map<Operation, OrderCounts> counts = new EnumMap<>(Operation.class);
        counters.forEach((type, counter) -> counts.put(type, counter.snapshot()));
        return counts;
    }

    private Counter counter(Operation type) {
        return counters.computeIfAbsent(type, t -> new Counter());
    }

    private static final class Tracked {
        private boolean rested;
    }

    /** The latest journal sequence seen in one stream of events, and the events it had so far. */
    private static final class Place {
        private final Set<Event> events = new HashSet<>();
        private long sequence = -1;

        boolean isNew(OrderNews news) {
            if (news.sequence() < sequence) {
                return false;
            }
            if (news.sequence() > sequence) {
                sequence = news.sequence();
                events.clear();
            }
            return events.add(new Event(news.orderId(), news.version()));
        }
    }

    private record Event(UUID orderId, int version) {}

    private static final class Counter {
        private long placed;
        private long filled;
        private long filledAfterResting;
        private long canceled;
        private long rejected;
        private long open;
        private long value;

        OrderCounts snapshot() {
            return new OrderCounts(
                    placed, filled, filledAfterResting, canceled, rejected, open, value);
        }
    }
}
