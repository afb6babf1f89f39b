package org.fogg.benchmarks.suite;

import java.util.concurrent.TimeUnit;
import org.fogg.benchmarks.book.Book;
import org.fogg.benchmarks.book.BookKind;
import org.fogg.benchmarks.book.Ladder;
import org.fogg.benchmarks.book.Triggers;
import org.fogg.core.trigger.Direction;
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

/** Prices that no order waits for. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IdleTickBenchmark {

    @Param public BookKind kind = BookKind.FOGG;

    @Param({"1000", "10000", "100000", "1000000"})
    public int orders;

    /** A power of two of prices, so that picking one costs next to nothing. */
    private final long[] prices = new long[16];

    private final Triggers none = new Triggers(new int[0]);
    private Book book = kind.create(0);
    private Crowd crowd = new Crowd(0);
    private int ticks;
    private int triggered;

    /** Fills the book. */
    @Setup(Level.Trial)
    public void fill() {
        book = kind.create(orders);
        crowd = new Crowd(orders);
        crowd.fill(book);
        for (int i = 0; i < prices.length; i++) {
            prices[i] = Ladder.idlePrice(i);
        }
    }

    /** One tick. */
    @Benchmark
    public int tick(Allocation counted) {
        int tick = ticks++;
        Direction direction = (tick & 1) == 0 ? Direction.FALLING : Direction.RISING;
        int count = book.tick(direction, prices[tick & (prices.length - 1)], 0, none);
        triggered += count;
        return count;
    }

    /** Nothing may have triggered. */
    @TearDown(Level.Iteration)
    public void check() {
        if (triggered != 0) {
            throw new IllegalStateException(triggered + " orders triggered by idle ticks");
        }
        Checks.requireSize(book, orders);
    }

    /** All orders must still be there for a price that they wait for. */
    @TearDown(Level.Trial)
    public void empty() {
        crowd.triggerAll(book);
    }
}
