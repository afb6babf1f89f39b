package org.fogg.trader.bench.measure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Latencies of one kind, in nanoseconds: of the whole run and of each of its windows. Not
 * thread-safe.
 */
public final class Latencies {

    private static final int DIGITS = 3;

    private final String name;
    private final Histogram total = new Histogram(DIGITS);
    private final List<Histogram> windows = new ArrayList<>();
    private Histogram current = new Histogram(DIGITS);

    /** Of a kind with this name, without spaces or commas. */
    public Latencies(String name) {
        this.name = name;
        total.setTag(name);
    }

    /** The kind's name. */
    public String name() {
        return name;
    }

    /** Counts one; below 0, which only a clock's correction can be, counts as 0. */
    public void record(long nanos) {
        current.recordValue(Math.max(0, nanos));
    }

    /** Ends a window; times in milliseconds since the Unix epoch. */
    public void endWindow(long startMillis, long endMillis) {
        current.setTag(name);
        current.setStartTimeStamp(startMillis);
        current.setEndTimeStamp(endMillis);
        total.add(current);
        windows.add(current);
        current = new Histogram(DIGITS);
    }

    /** Of all windows that have ended. */
    public Histogram total() {
        return total;
    }

    /** Each window that has ended, the first first. */
    public List<Histogram> windows() {
        return List.copyOf(windows);
    }

    /** Of the window that has not ended or, when that has none, of the one before. */
    public Histogram recent() {
        return current.getTotalCount() > 0 || windows.isEmpty()
                ? current
                : windows.get(windows.size() - 1);
    }

    /** Of the window that has not ended. */
    public Histogram current() {
        return current;
    }

    /** Forgets what was counted since the last window ended. */
    public void discard() {
        current.reset();
    }
}
