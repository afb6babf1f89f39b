package org.fogg.exchange.market;

/** Where ticks go. */
@FunctionalInterface
public interface TickSink {

    /**
     * Sends one tick; must not throw for a Kafka that is away.
     *
     * @param givenUp to be called, on any thread, when the tick will not arrive
     */
    void publish(
            String symbol,
            int stockId,
            long sequence,
            long price,
            long publishedAt,
            Runnable givenUp);
}
