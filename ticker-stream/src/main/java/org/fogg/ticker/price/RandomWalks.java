package org.fogg.ticker.price;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random walks of many stocks at a steady total rate; which stock moves next is random too. Not
 * thread-safe.
 */
public final class RandomWalks implements PriceSource {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final RandomWalk[] walks;
    private final SplittableRandom choice;
    private final int ticksPerSecond;
    private long ticks;
    private int stock;

    /**
     * @param walks one for each stock, at least one
     * @param ticksPerSecond over all stocks, above 0
     * @param seed decides the order of the stocks
     */
    public RandomWalks(List<RandomWalk> walks, int ticksPerSecond, long seed) {
        if (walks.isEmpty() || ticksPerSecond <= 0) {
            throw new IllegalArgumentException("Needs a stock and a rate above 0");
        }
        this.walks = walks.toArray(new RandomWalk[0]);
        this.choice = new SplittableRandom(seed);
        this.ticksPerSecond = ticksPerSecond;
    }

    @Override
    public void advance() {
        ticks++;
        stock = choice.nextInt(walks.length);
        walks[stock].next();
    }

    @Override
    public int stock() {
        return stock;
    }

    @Override
    public long price() {
        return walks[stock].price();
    }

    @Override
    public long dueAt() {
        long rate = ticksPerSecond;
        return ticks / rate * NANOS_PER_SECOND + ticks % rate * NANOS_PER_SECOND / rate;
    }

    @Override
    public void moveTo(int index, long price) {
        walks[index].moveTo(price);
    }
}
