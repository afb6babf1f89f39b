package org.fogg.broker.market;

/** The last tick of each stock. Reads never block and may come from any thread. */
public interface LastPrices {

    /** Last price in 1/10,000; 0 when no tick has been seen. */
    long price(int stockId);

    /** Sequence of the last tick; 0 when none has been seen. */
    long sequence(int stockId);

    /** When the exchange published it, nanoseconds since the Unix epoch; 0 when none was seen. */
    long publishedAt(int stockId);
}
