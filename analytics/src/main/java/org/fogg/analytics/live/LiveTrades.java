package org.fogg.analytics.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The latest trades in memory, a bounded number, numbered in the order of writing. Thread-safe. */
public final class LiveTrades {

    /** How many trades are kept. */
    public static final int CAPACITY = 500;

    private final Deque<LiveTrade> latest = new ArrayDeque<>();
    private long last;

    /** Adds a trade by its document's fields. */
    public synchronized void add(Map<String, Object> fields) {
        if (latest.size() == CAPACITY) {
            latest.removeFirst();
        }
        latest.addLast(LiveTrade.of(++last, fields));
    }

    /**
     * The newest trades after a number, oldest first.
     *
     * @param after the number of the last trade known; 0 for all that are kept
     * @param most the most trades wanted; older ones are left out
     */
    public synchronized Page after(long after, int most) {
        List<LiveTrade> trades = new ArrayList<>();
        // A watcher that knows more than there is has seen an earlier run of the service.
        long from = after > last ? 0 : after;
        for (LiveTrade trade : latest) {
            if (trade.number() > from && trade.number() > last - most) {
                trades.add(trade);
            }
        }
        return new Page(last, trades);
    }

    /**
     * Some trades.
     *
     * @param last the number of the newest trade
     * @param trades oldest first
     */
    public record Page(long last, List<LiveTrade> trades) {}
}
