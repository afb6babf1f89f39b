package org.fogg.benchmarks.report;

import static org.fogg.benchmarks.book.BookKind.EXCHANGE_CORE;
import static org.fogg.benchmarks.book.BookKind.FOGG;
import static org.fogg.benchmarks.book.BookKind.LINEAR;
import static org.fogg.benchmarks.book.BookKind.SKIP_LIST;

import org.fogg.benchmarks.run.Suite;
import org.fogg.benchmarks.run.Task;

/**
 * What the figures come to.
 *
 * @param placeCancelSmall Fogg's operations per second divided by exchange-core's, few orders
 * @param placeCancelLarge the same, many orders
 * @param trigger Fogg's nanoseconds per triggered order divided by theirs
 * @param idleTick Fogg's nanoseconds per tick that triggers nothing divided by theirs
 * @param idleTickGrowth log-log slope over the number of resting orders
 * @param tenTriggersGrowth the same of a tick that triggers ten
 * @param controlGrowth the same of a book that is searched from end to end
 * @param foggBytes live bytes per resting order
 * @param exchangeCoreBytes theirs
 * @param skipListBytes those of JDK collections
 * @param allocatedBytes per operation of Fogg's, the most of all tasks
 */
public record Report(
        double placeCancelSmall,
        double placeCancelLarge,
        double trigger,
        double idleTick,
        double idleTickGrowth,
        double tenTriggersGrowth,
        double controlGrowth,
        double foggBytes,
        double exchangeCoreBytes,
        double skipListBytes,
        double allocatedBytes) {

    private static final double LEAST_CONTROL_GROWTH = 0.9;

    /** Reads it off the figures of a whole suite. */
    public static Report of(Figures figures) {
        return new Report(
                figures.ratio(Task.PLACE_CANCEL, Suite.SMALL, EXCHANGE_CORE, FOGG),
                figures.ratio(Task.PLACE_CANCEL, Suite.LARGE, EXCHANGE_CORE, FOGG),
                figures.ratio(Task.AVALANCHE, Suite.LARGE, FOGG, EXCHANGE_CORE),
                figures.ratio(Task.IDLE_TICK, Suite.LARGE, FOGG, EXCHANGE_CORE),
                figures.slope(Task.IDLE_TICK, FOGG),
                figures.slope(Task.TEN_TRIGGERS, FOGG),
                figures.slope(Task.IDLE_TICK, LINEAR),
                figures.bytesPerOrder(FOGG, Suite.LARGE),
                figures.bytesPerOrder(EXCHANGE_CORE, Suite.LARGE),
                figures.bytesPerOrder(SKIP_LIST, Suite.LARGE),
                figures.allocatedBytes(FOGG));
    }

    /** Whether growth would have been seen; if not, the slopes mean nothing. */
    public boolean controlHolds() {
        return controlGrowth >= LEAST_CONTROL_GROWTH;
    }
}
