package org.fogg.trader.bench.measure;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Whether the load generator kept its own schedule: how late it sent, and what it could not send.
 * It shares the machine with what it measures, so this also tells of stalls of the whole machine.
 * Not thread-safe.
 */
public final class GeneratorHealth {

    /** Later than this is late. */
    public static final long LATE_NANOS = 5_000_000;

    private final Histogram lateness = new Histogram(2);
    private long late;
    private long unsent;
    private int inFlight;
    private int mostInFlight;

    /** Counts an operation that is sent so long after its time. */
    public void sent(long latenessNanos) {
        lateness.recordValue(Math.max(0, latenessNanos));
        late += latenessNanos > LATE_NANOS ? 1 : 0;
    }

    /** Counts an operation that was not sent, because too many were under way. */
    public void unsent() {
        unsent++;
    }

    /** Notes a request that is under way. */
    public void begin() {
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
    }

    /** Notes that a request is no longer under way. */
    public void end() {
        inFlight--;
    }

    /** Requests under way. */
    public int inFlight() {
        return inFlight;
    }

    /** Operations sent so far. */
    public long sent() {
        return lateness.getTotalCount();
    }

    /** What is to be reported. */
    public Report report() {
        return new Report(
                lateness.getTotalCount(), late, unsent, mostInFlight, Latency.of(lateness));
    }

    /**
     * How the load generator did.
     *
     * @param sent operations sent
     * @param late of them, sent more than 5 ms after their planned time
     * @param unsent not sent, because too many were under way
     * @param latenessUs from the planned time to the sending
     */
    public record Report(
            long sent, long late, long unsent, int mostInFlight, @Nullable Latency latenessUs) {

        /** Whether what was measured may be the generator's own slowness. */
        public boolean isBehind() {
            return unsent > 0 || late * 100 > sent;
        }
    }
}
