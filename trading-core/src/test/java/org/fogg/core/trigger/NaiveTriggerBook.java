package org.fogg.core.trigger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What the trigger book promises, in the most obvious way: a list that is searched and sorted. */
final class NaiveTriggerBook {

    /** A resting order; number counts arrivals. */
    record Resting(
            int stock,
            Direction direction,
            long price,
            UUID id,
            long priority,
            long number,
            int reference) {

        boolean isMetBy(long tick) {
            return direction == Direction.FALLING ? tick <= price : tick >= price;
        }

        long rank() {
            return direction == Direction.FALLING ? -price : price;
        }
    }

    final List<Resting> orders = new ArrayList<>();
    private long arrivals;

    boolean add(int stock, Direction direction, long price, UUID id, long priority, int reference) {
        if (find(id) != null) {
            return false;
        }
        orders.add(new Resting(stock, direction, price, id, priority, ++arrivals, reference));
        return true;
    }

    int remove(UUID id) {
        Resting order = find(id);
        orders.remove(order);
        return order == null ? TriggerBook.ABSENT : order.reference();
    }

    boolean rename(UUID id, UUID newId, int reference) {
        Resting old = find(id);
        if (old == null || find(newId) != null) {
            return false;
        }
        orders.set(
                orders.indexOf(old),
                new Resting(
                        old.stock(),
                        old.direction(),
                        old.price(),
                        newId,
                        old.priority(),
                        old.number(),
                        reference));
        return true;
    }

    int trigger(int stock, long price, TriggerListener listener) {
        List<Resting> met =
                orders.stream()
                        .filter(order -> order.stock() == stock && order.isMetBy(price))
                        .sorted(
                                Comparator.comparing(Resting::direction)
                                        .thenComparing(Resting::rank)
                                        .thenComparing(Resting::priority)
                                        .thenComparing(Resting::number))
                        .toList();
        int count = 0;
        for (Resting order : met) {
            if (listener.triggered(order.reference())) {
                orders.remove(order);
                count++;
            }
        }
        return count;
    }

    long firstPrice(int stock, Direction direction) {
        return orders.stream()
                .filter(order -> order.stock() == stock && order.direction() == direction)
                .min(Comparator.comparing(Resting::rank))
                .map(Resting::price)
                .orElse(0L);
    }

    Resting find(UUID id) {
        return orders.stream().filter(order -> order.id().equals(id)).findFirst().orElse(null);
    }
}
