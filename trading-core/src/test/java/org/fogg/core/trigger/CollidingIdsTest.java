package org.fogg.core.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ids that all have one place in the index and one fingerprint, so that only they tell apart. */
class CollidingIdsTest {

    private static final int IDS = 200;

    /** As in {@link OrderIndex}. */
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    /** They differ in bits that no fingerprint has, in tables of up to this many bits. */
    private static final int DIFFERENCE = 22;

    private final TriggerBook book = new TriggerBook(4);
    private final List<Integer> triggered = new ArrayList<>();

    private static long id(int number) {
        long mixed = (0x1234_5678L << 32) | (long) number << DIFFERENCE;
        return mixed * inverse(MULTIPLIER);
    }

    /** Modulo 2^64, by Newton's method: each step doubles the bits that are right. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int step = 0; step < 6; step++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    private boolean add(int number) {
        return book.add(0, Direction.RISING, 50 + number % 7, id(number), 0, number);
    }

    private List<Integer> shuffled() {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < IDS; number++) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, new Random(7));
        return numbers;
    }

    @Test
    void shouldFindEachWhenOthersAreAddedAndRemoved() {
        for (int number = 0; number < IDS; number++) {
            assertThat(add(number)).isTrue();
            assertThat(add(number)).isFalse();
        }
        List<Integer> order = shuffled();
        for (int number : order.subList(0, IDS / 2)) {
            assertThat(book.remove(id(number), 0)).isEqualTo(number);
            assertThat(book.remove(id(number), 0)).isEqualTo(TriggerBook.ABSENT);
        }
        for (int number : order.subList(0, IDS / 2)) {
            assertThat(add(number)).isTrue();
        }
        for (int number : order) {
            assertThat(book.remove(id(number), 0)).isEqualTo(number);
        }
        assertThat(book.size()).isZero();
    }

    @Test
    void shouldFindTheRestWhenSomeHaveTriggered() {
        for (int number = 0; number < IDS; number++) {
            add(number);
        }

        book.trigger(
                0,
                53,
                number -> {
                    triggered.add(number);
                    return true;
                });

        assertThat(triggered).hasSize(countUpTo(3));
        for (int number : shuffled()) {
            int expected = number % 7 <= 3 ? TriggerBook.ABSENT : number;
            assertThat(book.remove(id(number), 0)).isEqualTo(expected);
        }
    }

    private static int countUpTo(int highest) {
        int count = 0;
        for (int number = 0; number < IDS; number++) {
            count += number % 7 <= highest ? 1 : 0;
        }
        return count;
    }

    @Test
    void shouldKnowNoPriceOfAStockBeyondAllThatWereUsed() {
        add(1);

        for (int stock = 1; stock < 100; stock++) {
            assertThat(book.firstPrice(stock, Direction.FALLING)).isZero();
            assertThat(book.firstPrice(stock, Direction.RISING)).isZero();
        }
    }
}
