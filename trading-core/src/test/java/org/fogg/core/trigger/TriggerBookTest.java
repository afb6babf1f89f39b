package org.fogg.core.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerBookTest {

    private final TriggerBook book = new TriggerBook(4);
    private final List<Integer> triggered = new ArrayList<>();

    @Test
    void shouldTriggerByPriceThenPriority() {
        add(Direction.FALLING, 100, 1);
        add(Direction.FALLING, 102, 2);
        add(Direction.FALLING, 102, 3);
        add(Direction.FALLING, 99, 4);
        add(Direction.RISING, 105, 5);

        assertThat(book.trigger(0, 103, this::take)).isZero();
        assertThat(book.trigger(0, 100, this::take)).isEqualTo(3);
        assertThat(triggered).containsExactly(2, 3, 1);
        assertThat(book.trigger(0, 200, this::take)).isEqualTo(1);
        assertThat(book.size()).isEqualTo(1);
        assertThat(book.firstPrice(0, Direction.FALLING)).isEqualTo(99);
        assertThat(book.firstPrice(0, Direction.RISING)).isZero();
    }

    @Test
    void shouldFindThePlaceOfAnOlderOrderFromBothEnds() {
        Map<Integer, Long> priorities = new HashMap<>();
        for (int reference = 0; reference < 10; reference++) {
            priorities.put(reference, reference * 10L);
            book.add(0, Direction.RISING, 50, reference, 1, reference);
        }
        priorities.putAll(Map.of(100, -1L, 101, 15L, 102, 75L, 103, 40L));
        for (int reference = 100; reference < 104; reference++) {
            book.add(0, Direction.RISING, 50, reference, 1, reference, priorities::get);
        }

        book.trigger(0, 50, this::take);

        assertThat(triggered).containsExactly(100, 0, 1, 101, 2, 3, 4, 103, 5, 6, 7, 102, 8, 9);
    }

    @Test
    void shouldKeepThePlaceOfWhatStays() {
        for (int reference = 0; reference < 5; reference++) {
            add(Direction.RISING, 50 + reference / 3, reference);
        }

        assertThat(book.trigger(0, 51, reference -> reference % 2 == 1)).isEqualTo(2);
        book.trigger(0, 51, this::take);

        assertThat(triggered).containsExactly(0, 2, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 31, 32, 33, 64, 65, 66, 1_023, 1_024, 1_025, 1_056, 1_057, 5_000})
    void shouldTriggerInOrderWhenAQueueIsLong(int size) {
        for (int reference = 0; reference < size; reference++) {
            add(Direction.RISING, 50, reference);
        }

        assertThat(book.trigger(0, 50, reference -> reference % 3 == 0)).isEqualTo((size + 2) / 3);
        book.trigger(0, 50, this::take);

        assertThat(triggered)
                .isEqualTo(IntStream.range(0, size).filter(i -> i % 3 != 0).boxed().toList());
        assertThat(book.size()).isZero();
    }

    @Test
    void shouldKnowStocksApart() {
        book.add(3, Direction.RISING, 50, 1, 1, 1);
        book.add(TriggerBook.MAX_STOCK, Direction.RISING, 50, 2, 1, 2);

        assertThat(book.trigger(4, 60, this::take)).isZero();
        assertThat(book.trigger(-1, 60, this::take)).isZero();
        assertThat(book.trigger(Integer.MAX_VALUE / 2, 60, this::take)).isZero();
        assertThat(book.firstPrice(-1, Direction.RISING)).isZero();
        assertThat(book.firstPrice(-1, Direction.FALLING)).isZero();
        assertThat(book.trigger(TriggerBook.MAX_STOCK, 60, this::take)).isEqualTo(1);
        assertThat(triggered).containsExactly(2);
    }

    @Test
    void shouldAddNothingWhenIdIsTaken() {
        add(Direction.RISING, 50, 1);

        assertThat(book.add(0, Direction.RISING, 40, 1, 0, 2)).isFalse();

        assertThat(book.size()).isEqualTo(1);
        assertThat(book.firstPrice(0, Direction.RISING)).isEqualTo(50);
    }

    @Test
    void shouldRemoveById() {
        add(Direction.RISING, 50, 7);

        assertThat(book.remove(8, 0)).isEqualTo(TriggerBook.ABSENT);
        assertThat(book.remove(7, 1)).isEqualTo(TriggerBook.ABSENT);
        assertThat(book.remove(7, 0)).isEqualTo(7);
        assertThat(book.remove(7, 0)).isEqualTo(TriggerBook.ABSENT);
        assertThat(book.size()).isZero();
    }

    @Test
    void shouldHoldManyOrdersWhoseHashesCrowd() {
        // The same 32 bits come from each of these ids, so that they all have one home.
        int count = 3_000;
        for (int i = 0; i < count; i++) {
            assertThat(book.add(0, Direction.RISING, 50, 0, (long) i << 32, i)).isTrue();
            assertThat(book.add(0, Direction.RISING, 50, i, 0x1234, count + i)).isTrue();
        }
        for (int i = 0; i < count; i += 2) {
            assertThat(book.remove(0, (long) i << 32)).isEqualTo(i);
        }
        for (int i = 0; i < count; i++) {
            assertThat(book.remove(0, (long) i << 32))
                    .isEqualTo(i % 2 == 0 ? TriggerBook.ABSENT : i);
            assertThat(book.remove(i, 0x1234)).isEqualTo(count + i);
        }
        assertThat(book.size()).isZero();
    }

    @Test
    void shouldYieldAllInOrderWhenManyOrdersSpreadOverAllPrices() {
        int count = 60_000;
        Random random = new Random(5);
        TreeMap<Long, List<Integer>> expected = new TreeMap<>();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < count; i++) {
                int dense = i % 2;
                long price =
                        dense == 0 ? 1 + random.nextInt(50_000) : 1 + random.nextLong(1L << 46);
                book.add(0, Direction.RISING, price, i, 7, i);
                expected.computeIfAbsent(price, key -> new ArrayList<>()).add(i);
            }

            assertThat(book.trigger(0, Long.MAX_VALUE, this::take)).isEqualTo(count);
            assertThat(triggered)
                    .isEqualTo(expected.values().stream().flatMap(List::stream).toList());
            triggered.clear();
            expected.clear();
        }
    }

    @Test
    void shouldThrowAndChangeNothingWhenValueIsOutOfRange() {
        assertRefused(-1, 50, 1, "stock");
        assertRefused(TriggerBook.MAX_STOCK + 1, 50, 1, "stock");
        assertRefused(0, 0, 1, "price");
        assertRefused(0, TriggerBook.MAX_PRICE + 1, 1, "price");
        assertRefused(0, 50, -1, "reference");
        assertThat(book.size()).isZero();
        add(Direction.RISING, 50, 1);
        assertThatThrownBy(() -> book.rename(1, 0, 2, 0, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(book.remove(1, 0)).isEqualTo(1);
    }

    private void assertRefused(int stock, long price, int reference, String name) {
        assertThatThrownBy(() -> book.add(stock, Direction.RISING, price, 1, 1, reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " must be");
    }

    private void add(Direction direction, long price, int reference) {
        assertThat(book.add(0, direction, price, reference, 0, reference)).isTrue();
    }

    private boolean take(int reference) {
        triggered.add(reference);
        return true;
    }
}
