package org.fogg.core.owner;

/** Each stock's latest tick as far as the instance knows. A price of 0 means that there is none. */
public interface LastPrices {

    /** In 1/10,000. */
    long price(int stockId);

    /** The tick's sequence. */
    long sequence(int stockId);

    /** When its exchange published it, nanoseconds since the Unix epoch. */
    long publishedAt(int stockId);
}
