package org.fogg.benchmarks.suite;

import java.util.concurrent.TimeUnit;
import org.fogg.benchmarks.book.Book;
import org.fogg.benchmarks.book.BookKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A full book is emptied by ticks that trigger some orders each. One operation is all of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TriggerBenchmark {

    @Param public BookKind kind = BookKind.FOGG;

    @Param("1000000")
    public int orders;

    @Param("500")
    public int perLevel;

    @Param("1000")
    public int perTick;

    private Book book = kind.create(0);
    private Avalanche avalanche = new Avalanche(1, 1, 1);

    /** Prepares which orders there are. */
    @Setup(Level.Trial)
    public void create() {
        book = kind.create(orders);
        avalanche = new Avalanche(orders, perLevel, perTick);
        System.gc();
    }

    /** Rests them all; not timed. */
    @Setup(Level.Invocation)
    public void fill() {
        avalanche.fill(book);
        Checks.requireSize(book, orders);
    }

    /** Triggers them all. */
    @Benchmark
    public int trigger(Allocation counted) {
        return avalanche.run(book);
    }

    /** Compares every trigger with what must have happened. */
    @TearDown(Level.Invocation)
    public void check() {
        avalanche.check(book);
    }
}
