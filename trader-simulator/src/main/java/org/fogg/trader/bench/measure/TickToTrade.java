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
    private final List<Window> windows = new ArrayList<>();

    /** Begins a window of load; epoch nanoseconds, the end excluded. */
    public void begin(long startNanos, long endNanos) {
        windows.add(new Window(startNanos, endNanos));
    }

    /** Counts an event, if it is a triggered trade of the window. */
    public void count(OrderNews news) {
        if (news.isTrade()
                && news.triggerTick() > 0
                && windows.stream().anyMatch(w -> w.has(news.triggeredAt()))) {
            latencies.record(news.durableAt() - news.triggeredAt());
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
        }
    }

    /** Gives what is known of the windows since the last end, and forgets it and all windows. */
    public Histogram discard() {
        Histogram window = latencies.current().copy();
        latencies.discard();
        windows.clear();
        return window;
    }

    /** What was counted. */
    public Latencies latencies() {
        return latencies;
    }

    /** Epoch nanoseconds, the end excluded. */
    private record Window(long start, long end) {
        boolean has(long time) {
            return time >= start && time < end;
        }
    }
}
