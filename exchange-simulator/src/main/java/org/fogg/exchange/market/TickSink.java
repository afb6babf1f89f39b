package org.fogg.exchange.market;

/** Where ticks go. */
@FunctionalInterface
public interface TickSink {

    /** Sends one tick; must not throw for a Kafka that is away. */
    void publish(String symbol, int stockId, long sequence, long price, long publishedAt);
}
