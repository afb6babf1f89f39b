package org.fogg.benchmarks.suite;

import org.fogg.benchmarks.book.Book;

/** What every benchmark checks about its book. */
final class Checks {

    private Checks() {}

    static void requireSize(Book book, int expected) {
        int size = book.size();
        if (size != expected) {
            throw new IllegalStateException(
                    "%d orders rest, but it must be %d".formatted(size, expected));
        }
    }
}
