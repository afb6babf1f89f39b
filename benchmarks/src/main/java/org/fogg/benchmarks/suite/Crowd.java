package org.fogg.benchmarks.suite;

import org.fogg.benchmarks.book.Book;
import org.fogg.benchmarks.book.Dice;
import org.fogg.benchmarks.book.Ladder;
import org.fogg.benchmarks.book.Triggers;
import org.fogg.core.trigger.Direction;

/** Orders at random prices of both sides, any of which may be canceled for a new one. */
final class Crowd {

    private final Dice dice = new Dice();
    private final int[] numbers;
    private int lastNumber;

    Crowd(int orders) {
        numbers = new int[orders];
    }

    void fill(Book book) {
        for (int i = 0; i < numbers.length; i++) {
            place(book, i);
        }
        Checks.requireSize(book, numbers.length);
        // What is moved once is moved now, not while others are timed.
        System.gc();
    }

    void exchangeOne(Book book) {
        int at = dice.below(numbers.length);
        book.cancel(numbers[at]);
        place(book, at);
    }

    void triggerAll(Book book) {
        Triggers unordered = new Triggers(new int[0]);
        int count = 0;
        for (Direction direction : Direction.values()) {
            long last = Ladder.price(direction, Ladder.STEPS - 1);
            count += book.tick(direction, last, numbers.length, unordered);
        }
        if (count != numbers.length) {
            throw new IllegalStateException(
                    "%d of %d orders triggered".formatted(count, numbers.length));
        }
        Checks.requireSize(book, 0);
    }

    private void place(Book book, int at) {
        int number = ++lastNumber;
        int place = dice.below(2 * Ladder.STEPS);
        Direction direction = (place & 1) == 0 ? Direction.FALLING : Direction.RISING;
        book.place(number, direction, Ladder.price(direction, place >>> 1));
        numbers[at] = number;
    }
}
