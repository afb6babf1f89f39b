package org.fogg.trader.bench.measure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Time from the publication of a tick to the durable journal entry of a trade that it triggered,
 * for trades triggered while load was sent. Not thread-safe.
 */
public final class TickToTrade {

    private final Latencies latencies = new Latencies("tick_to_trade");
    private final Latencies withoutDistance = new Latencies("tick_to_trade_without_distance");
    private final List<Window> windows = new ArrayList<>();

    /** Begins a window of load; epoch nanoseconds, the end excluded. */
    public void begin(long startNanos, long endNanos) {
        windows.add(new Window(startNanos, endNanos));
    }

    /**
     * Counts an event, if it is a triggered trade of the window.
     *
     * @param distanceNanos how long the tick, the execution and its report were under way
     */
    public void count(OrderNews news, long distanceNanos) {
        if (news.isTrade()
                && news.triggerTick() > 0
                && windows.stream().anyMatch(w -> w.has(news.triggeredAt()))) {
            long nanos = news.durableAt() - news.triggeredAt();
            latencies.record(nanos);
            withoutDistance.record(nanos - distanceNanos);
        }
    }

    /**
     * Ends the window: what becomes known later counts in the next, and is never left out for being
     * late.
     */
    public void end() {
        if (!windows.isEmpty()) {
            Window last = windows.get(windows.size() - 1);
            latencies.endWindow(last.start() / 1_000_000, last.end() / 1_000_000);
            withoutDistance.endWindow(last.start() / 1_000_000, last.end() / 1_000_000);
        }
    }

    /**
     * Gives what is known of the windows since the last end, without distances, and forgets it and
     * all windows.
     */
    public Histogram discard() {
        Histogram window = withoutDistance.current().copy();
        latencies.discard();
        withoutDistance.discard();
        windows.clear();
        return window;
    }

    /** What was counted. */
    public Latencies latencies() {
        return latencies;
    }

    /** The same without the time that messages were under way. */
    public Latencies withoutDistance() {
        return withoutDistance;
    }

    /** Epoch nanoseconds, the end excluded. */
    private record Window(long start, long end) {
        boolean has(long time) {
            return time >= start && time < end;
        }
    }
}
