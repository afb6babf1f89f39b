package org.fogg.benchmarks.book;

import java.util.ArrayList;
import java.util.List;
import org.fogg.core.trigger.Direction;

/** The positive control: every tick looks at every order. Triggers at one price by arrival only. */
final class LinearBook implements Book {

    private record Resting(int number, Direction direction, long price) {}

    private final List<Resting> orders = new ArrayList<>();

    @Override
    public void place(int number, Direction direction, long price) {
        orders.add(new Resting(number, direction, price));
    }

    @Override
    public void cancel(int number) {
        if (!orders.removeIf(order -> order.number() == number)) {
            throw new IllegalStateException("Order " + number + " was not canceled");
        }
    }

    @Override
    public int tick(Direction direction, long price, int expected, Triggers triggers) {
        int before = orders.size();
        orders.removeIf(
                order ->
                        order.direction() == direction
                                && (direction == Direction.FALLING
                                        ? price <= order.price()
                                        : price >= order.price())
                                && triggers.triggered(order.number()));
        return before - orders.size();
    }

    @Override
    public int size() {
        return orders.size();
    }
}
