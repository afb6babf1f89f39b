package org.fogg.ticker.price;

import java.time.Duration;

/**
 * Replays a {@link PriceFile}, spread over a run: every moment of the file gets the same share of
 * the run, its prices evenly within. At its end it starts over. Not thread-safe.
 */
public final class CsvReplay implements PriceSource {

    private final PriceFile file;
    private final long runNanos;
    private long rounds;
    private int moment;
    private int next;
    private int current;
    private long dueAt;

    /**
     * @param run how long one pass through the file takes, above 0
     */
    public CsvReplay(PriceFile file, Duration run) {
        if (run.isNegative() || run.isZero()) {
            throw new IllegalArgumentException("The run must be longer than 0, not " + run);
        }
        this.file = file;
        this.runNanos = run.toNanos();
    }

    @Override
    public void advance() {
        if (next == file.size()) {
            rounds++;
            next = 0;
            moment = 0;
        } else if (next == file.momentStart(moment + 1)) {
            moment++;
        }
        current = next++;
        dueAt = Math.addExact(Math.multiplyExact(rounds, runNanos), offset());
    }

    private long offset() {
        int start = file.momentStart(moment);
        long share = runNanos / file.moments();
        int count = file.momentStart(moment + 1) - start;
        return momentOffset() + share * (current - start) / count;
    }

    private long momentOffset() {
        long moments = file.moments();
        return runNanos / moments * moment + runNanos % moments * moment / moments;
    }

    @Override
    public int stock() {
        return file.stock(current);
    }

    @Override
    public long price() {
        return file.price(current);
    }

    @Override
    public long dueAt() {
        return dueAt;
    }

    /** Does nothing: the file goes on with its own prices. */
    @Override
    public void moveTo(int stock, long price) {}
}
