package org.fogg.trader.simulate;

import org.fogg.core.order.Side;
import org.fogg.ticker.statistics.StockStatistics;
import org.fogg.trader.simulate.Layout.ListedStock;

/** A stock at its exchange, which trades at the current price, at once and wholly. */
final class SimulatedStock {

    private final int number;
    private final ListedStock listed;
    private final StockStatistics statistics = new StockStatistics();
    private long price;
    private long sequence;
    private long executions;

    /**
     * @param number its place among all stocks, from 0
     */
    SimulatedStock(int number, ListedStock listed) {
        this.number = number;
        this.listed = listed;
        this.price = listed.listing().openingPrice();
    }

    int number() {
        return number;
    }

    int id() {
        return listed.id();
    }

    int exchange() {
        return listed.exchange();
    }

    int georegion() {
        return listed.georegion();
    }

    long increment() {
        return listed.listing().increment();
    }

    /** As known to the brokers of its own georegion, which is as far as its ticks have come. */
    StockStatistics statistics() {
        return statistics;
    }

    /** The price at the exchange now, in 1/10,000. */
    long price() {
        return price;
    }

    /** The sequence number of its latest tick. */
    long sequence() {
        return sequence;
    }

    /** Changes the price; returns the sequence number of that tick. */
    long change(long newPrice) {
        price = newPrice;
        return ++sequence;
    }

    /** Whether a bound lets an order trade now. */
    boolean isWithin(Side side, long bound) {
        return side == Side.BUY ? price <= bound : price >= bound;
    }

    /** A number for the next execution, unique on its exchange. */
    long nextExecution() {
        return ++executions << 20 | number;
    }
}
