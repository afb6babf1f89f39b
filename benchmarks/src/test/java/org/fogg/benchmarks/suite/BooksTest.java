package org.fogg.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fogg.benchmarks.book.Book;
import org.fogg.benchmarks.book.BookKind;
import org.fogg.benchmarks.book.Ladder;
import org.fogg.benchmarks.book.Triggers;
import org.fogg.core.trigger.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All books do the same work, and a book that does not is found out. */
class BooksTest {

    private static final int ORDERS = 2_000;

    @ParameterizedTest
    @EnumSource(names = "LINEAR", mode = EnumSource.Mode.EXCLUDE)
    void shouldTriggerInTheCountedOrderWhenTicksReachSeveralPrices(BookKind kind) {
        Book book = kind.create(ORDERS);
        Avalanche avalanche = new Avalanche(ORDERS, 5, 20);

        for (int round = 0; round < 3; round++) {
            avalanche.fill(book);
            assertThat(book.size()).isEqualTo(ORDERS);
            assertThat(avalanche.run(book)).isEqualTo(ORDERS);
            avalanche.check(book);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepItsSizeWhenOrdersComeAndGo(BookKind kind) {
        Book book = kind.create(ORDERS);
        Crowd crowd = new Crowd(ORDERS);

        crowd.fill(book);
        for (int i = 0; i < ORDERS; i++) {
            crowd.exchangeOne(book);
        }

        assertThat(book.size()).isEqualTo(ORDERS);
        crowd.triggerAll(book);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTriggerNothingWhenPriceIsIdle(BookKind kind) {
        Book book = kind.create(ORDERS);
        new Crowd(ORDERS).fill(book);
        Triggers none = new Triggers(new int[0]);

        for (int i = -20; i < 20; i++) {
            for (Direction direction : Direction.values()) {
                assertThat(book.tick(direction, Ladder.idlePrice(i), 0, none)).isZero();
            }
        }

        none.requireAll();
    }

    @ParameterizedTest
    @EnumSource
    void shouldThrowWhenAnOrderIsNotThere(BookKind kind) {
        Book book = kind.create(1);
        book.place(1, Direction.RISING, Ladder.price(Direction.RISING, 0));

        assertThatThrownBy(() -> book.cancel(2)).isInstanceOf(IllegalStateException.class);

        book.cancel(1);
        assertThat(book.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldThrowWhenAnOrderIsMissingAtTheEnd(BookKind kind) {
        Book book = kind.create(ORDERS);
        Avalanche avalanche = new Avalanche(ORDERS, 10, 10);
        avalanche.fill(book);
        book.cancel(ORDERS / 2);

        avalanche.run(book);

        assertThatThrownBy(() -> avalanche.check(book)).isInstanceOf(IllegalStateException.class);
    }
}
