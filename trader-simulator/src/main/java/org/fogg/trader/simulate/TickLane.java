package org.fogg.trader.simulate;

import java.util.Arrays;

/**
 * Ticks on their way from one exchange to one georegion. All take the same time, so they arrive in
 * the order in which they were published, and a ring is enough.
 */
final class TickLane {

    /** Takes a tick that has arrived. */
    interface Receiver {
        void onTick(int stock, long sequence, long price, long publishedAt, long now);
    }

    private static final int EXPECTED = 64;

    private final long delay;
    private final Receiver receiver;
    private long[] publishedAt = new long[EXPECTED];
    private long[] sequences = new long[EXPECTED];
    private long[] prices = new long[EXPECTED];
    private int[] stocks = new int[EXPECTED];
    private int head;
    private int size;

    /**
     * @param delay one way, in nanoseconds
     */
    TickLane(long delay, Receiver receiver) {
        this.delay = delay;
        this.receiver = receiver;
    }

    void send(int stock, long sequence, long price, long at) {
        if (size == stocks.length) {
            grow();
        }
        int slot = (head + size) & (stocks.length - 1);
        publishedAt[slot] = at;
        sequences[slot] = sequence;
        prices[slot] = price;
        stocks[slot] = stock;
        size++;
    }

    /** When the next tick arrives; {@link Long#MAX_VALUE} when none is on its way. */
    long nextAt() {
        return size == 0 ? Long.MAX_VALUE : publishedAt[head] + delay;
    }

    void deliver() {
        int slot = head;
        long now = nextAt();
        head = (head + 1) & (stocks.length - 1);
        size--;
        receiver.onTick(stocks[slot], sequences[slot], prices[slot], publishedAt[slot], now);
    }

    private void grow() {
        publishedAt = unrolled(publishedAt);
        sequences = unrolled(sequences);
        prices = unrolled(prices);
        int[] old = stocks;
        stocks = Arrays.copyOfRange(old, head, head + old.length * 2);
        System.arraycopy(old, 0, stocks, old.length - head, head);
        head = 0;
    }

    private long[] unrolled(long[] old) {
        long[] longer = new long[old.length * 2];
        System.arraycopy(old, head, longer, 0, old.length - head);
        System.arraycopy(old, 0, longer, old.length - head, head);
        return longer;
    }
}
