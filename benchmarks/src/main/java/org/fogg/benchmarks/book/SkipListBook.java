package org.fogg.benchmarks.book;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.fogg.core.trigger.Direction;

/** The control: what one writes first, a sorted map of orders and a hash map by order id. */
final class SkipListBook implements Book {

    /** Rank is the price, or its negative where the highest comes first. */
    private record Place(long rank, int number) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byRank = Long.compare(rank, other.rank);
            return byRank != 0 ? byRank : Integer.compare(number, other.number);
        }
    }

    private record Resting(UUID id, Direction direction, Place place) {}

    private final ConcurrentSkipListMap<Place, Resting> falling = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Place, Resting> rising = new ConcurrentSkipListMap<>();
    private final Map<UUID, Resting> byId = new HashMap<>();

    @Override
    public void place(int number, Direction direction, long price) {
        UUID id = id(number);
        Resting order = new Resting(id, direction, new Place(rank(direction, price), number));
        if (byId.putIfAbsent(id, order) != null) {
            throw new IllegalStateException("Order " + number + " was not placed");
        }
        side(direction).put(order.place(), order);
    }

    @Override
    public void cancel(int number) {
        Resting order = byId.remove(id(number));
        if (order == null || side(order.direction()).remove(order.place()) == null) {
            throw new IllegalStateException("Order " + number + " was not canceled");
        }
    }

    @Override
    public int tick(Direction direction, long price, int expected, Triggers triggers) {
        ConcurrentSkipListMap<Place, Resting> side = side(direction);
        long last = rank(direction, price);
        int count = 0;
        Map.Entry<Place, Resting> first = side.firstEntry();
        while (first != null && first.getKey().rank() <= last) {
            side.pollFirstEntry();
            byId.remove(first.getValue().id());
            triggers.triggered(first.getKey().number());
            count++;
            first = side.firstEntry();
        }
        return count;
    }

    @Override
    public int size() {
        return byId.size();
    }

    private ConcurrentSkipListMap<Place, Resting> side(Direction direction) {
        return direction == Direction.FALLING ? falling : rising;
    }

    private static long rank(Direction direction, long price) {
        return direction == Direction.FALLING ? -price : price;
    }

    private static UUID id(int number) {
        return new UUID(OrderIds.high(number), OrderIds.low(number));
    }
}
