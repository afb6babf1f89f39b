package org.fogg.benchmarks.suite;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Counts what the benchmark's thread allocates in an iteration, to the byte. JMH's profiler counts
 * the whole JVM, in which JMH itself allocates some kilobytes per iteration.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Bytes in this iteration, what is done between the timed parts included. */
    public double allocatedBytes;

    private long before;

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void begin() {
        before = THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Ends counting. */
    @TearDown(Level.Iteration)
    public void end() {
        allocatedBytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
