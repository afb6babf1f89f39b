package org.fogg.audit.table;

/** The day buckets of tables. */
final class Days {

    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private Days() {}

    /** Days since the Unix epoch, in UTC. */
    static int of(long nanos) {
        return (int) Math.floorDiv(nanos, NANOS_PER_DAY);
    }
}
