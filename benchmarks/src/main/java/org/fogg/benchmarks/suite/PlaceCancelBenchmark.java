package org.fogg.benchmarks.suite;

import java.util.concurrent.TimeUnit;
import org.fogg.benchmarks.book.Book;
import org.fogg.benchmarks.book.BookKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Random orders are canceled, and new ones placed at random prices, at a steady size. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlaceCancelBenchmark {

    @Param public BookKind kind = BookKind.FOGG;

    @Param({"1000", "1000000"})
    public int orders;

    private Book book = kind.create(0);
    private Crowd crowd = new Crowd(0);

    /** Fills the book. */
    @Setup(Level.Trial)
    public void fill() {
        book = kind.create(orders);
        crowd = new Crowd(orders);
        crowd.fill(book);
    }

    /** Two operations: one order leaves, one comes. */
    @Benchmark
    @OperationsPerInvocation(2)
    public void cancelAndPlace(Allocation counted) {
        crowd.exchangeOne(book);
    }

    /** The size must not have changed. */
    @TearDown(Level.Iteration)
    public void checkSize() {
        Checks.requireSize(book, orders);
    }

    /** All orders must be where they were placed. */
    @TearDown(Level.Trial)
    public void empty() {
        crowd.triggerAll(book);
    }
}
