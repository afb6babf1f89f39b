package org.fogg.ticker.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one stock, kept up tick by tick. Thread-safe: one thread brings the ticks, in
 * order and without duplicates; any may read. A tick costs some tens of nanoseconds and allocates
 * only when it ends a candle.
 */
public final class StockStatistics {

    static final int SIMPLE_TICKS = 20;
    static final int EXPONENTIAL_TICKS = 20;

    private static final double VOLATILITY_WEIGHT = 2.0 / (EXPONENTIAL_TICKS + 1);
    private static final long BASIS_POINTS = 10_000;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private final CandleListener listener;
    private final Map<CandleSize, Candles> candles = new EnumMap<>(CandleSize.class);
    private final MovingAverages averages = new MovingAverages(SIMPLE_TICKS, EXPONENTIAL_TICKS);
    private long day;
    private long at;
    private long last;
    private long open;
    private long high;
    private long low;
    private int trend;
    private double variance;
    private long ticks;

    /** Statistics whose ended candles nobody is told of. */
    public StockStatistics() {
        this(CandleListener.NONE);
    }

    /**
     * @param listener is told of every candle that ends
     */
    public StockStatistics(CandleListener listener) {
        this.listener = listener;
        for (CandleSize size : CandleSize.values()) {
            candles.put(size, new Candles(size));
        }
    }

    /**
     * Takes the next tick.
     *
     * @param price in 1/10,000, above 0
     * @param publishedAt nanoseconds since the Unix epoch
     */
    public synchronized void onTick(long price, long publishedAt) {
        openDay(price, publishedAt);
        if (ticks > 0) {
            move(price);
        }
        averages.add(price);
        last = price;
        at = publishedAt;
        ticks++;
        for (Candles each : candles.values()) {
            Candle ended = each.add(price, publishedAt);
            if (ended != null) {
                listener.onCandle(each.size, ended);
            }
        }
    }

    private void openDay(long price, long publishedAt) {
        long today = Math.floorDiv(publishedAt, NANOS_PER_DAY);
        if (ticks == 0 || today > day) {
            day = today;
            open = price;
            high = price;
            low = price;
        } else {
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
    }

    private void move(long price) {
        if (price > last) {
            trend = Math.max(trend, 0) + 1;
        } else if (price < last) {
            trend = Math.min(trend, 0) - 1;
        }
        double change = (double) (price - last) / last;
        variance += VOLATILITY_WEIGHT * (change * change - variance);
    }

    /** All figures as of the last tick; null before the first. */
    public synchronized @Nullable Figures figures() {
        if (ticks == 0) {
            return null;
        }
        long change = last - open;
        return new Figures(
                at,
                last,
                open,
                high,
                low,
                change,
                Math.round((double) change * BASIS_POINTS / open),
                trend,
                averages.simple(),
                averages.exponential(),
                Math.sqrt(variance) * BASIS_POINTS,
                ticks);
    }

    /** The latest candles of a size, oldest first; the last one may still change. */
    public synchronized List<Candle> candles(CandleSize size) {
        Candles all = candles.get(size);
        return all == null ? List.of() : all.list();
    }

    /** The ended candles of one size, the latest so many, and the current one. */
    private static final class Candles {

        private final CandleSize size;
        private final CandleBuilder builder;
        private final ArrayDeque<Candle> ended = new ArrayDeque<>();

        private Candles(CandleSize size) {
            this.size = size;
            this.builder = new CandleBuilder(size);
        }

        private @Nullable Candle add(long price, long publishedAt) {
            Candle candle = builder.onTick(price, publishedAt);
            if (candle != null) {
                if (ended.size() == size.kept()) {
                    ended.removeFirst();
                }
                ended.addLast(candle);
            }
            return candle;
        }

        private List<Candle> list() {
            List<Candle> list = new ArrayList<>(ended);
            Candle current = builder.current();
            if (current != null) {
                list.add(current);
            }
            return list;
        }
    }
}
