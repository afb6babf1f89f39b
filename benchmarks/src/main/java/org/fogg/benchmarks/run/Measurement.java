package org.fogg.benchmarks.run;

import java.util.List;

/**
 * What one JVM measured of a case.
 *
 * @param nanos per operation, of each iteration
 * @param allocatedBytes per operation, of the iteration with most
 * @param liveBytes of the book; 0 where the task is another
 */
public record Measurement(List<Double> nanos, double allocatedBytes, double liveBytes) {}
