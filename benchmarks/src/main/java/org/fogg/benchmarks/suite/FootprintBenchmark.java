package org.fogg.benchmarks.suite;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.TimeUnit;
import org.fogg.benchmarks.book.Book;
import org.fogg.benchmarks.book.BookKind;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many bytes of heap a full book holds, its index by order id included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FootprintBenchmark {

    private static final int SMALL = 1_000;

    @Param public BookKind kind = BookKind.FOGG;

    @Param("1000000")
    public int orders;

    /** What is reported beside the time. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Memory {
        /** Bytes that are live after a full collection because of the book. */
        public double liveBytes;
    }

    /** Fills a book between two full collections. */
    @Benchmark
    public int measure(Memory memory) {
        // Loads all classes, and what they hold for themselves.
        Crowd before = new Crowd(SMALL);
        Book small = kind.create(SMALL);
        before.fill(small);
        before.triggerAll(small);
        Crowd crowd = new Crowd(orders);

        long baseline = liveBytes();
        Book book = kind.create(orders);
        crowd.fill(book);
        memory.liveBytes = liveBytes() - baseline;

        crowd.triggerAll(book);
        return small.size() + book.size();
    }

    private static long liveBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
