package org.fogg.ticker.price;

/**
 * An endless, deterministic stream of price changes in time order. A cursor, so that reading it
 * allocates nothing: {@link #advance} moves to the next change, the others read it. Not
 * thread-safe.
 */
public interface PriceSource {

    /** Moves to the next change. Must be called before the first read. */
    void advance();

    /** Which stock changes: its index in the list the source was made for. */
    int stock();

    /** Its new price in 1/10,000, above 0, a multiple of the stock's increment. */
    long price();

    /** When the change is due, in nanoseconds since the start of the run; never falls. */
    long dueAt();

    /**
     * Tells the source that a stock's price was set from outside. A source that derives prices from
     * earlier ones goes on from there; others ignore it.
     *
     * @param price in 1/10,000, above 0
     */
    void moveTo(int stock, long price);
}
