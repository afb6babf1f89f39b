package org.fogg.trader.bench.measure;

import java.util.UUID;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.trader.bench.mix.Operation;

/**
 * What an order event says, as far as the load generator needs it. Prices in 1/10,000, times in
 * nanoseconds since the Unix epoch.
 *
 * @param stream numbers the partition it came from, among all topics
 * @param symbol of the order's stock
 * @param type the order's type
 * @param filledQuantity shares traded so far
 * @param tradeQuantity shares traded in this event; 0 when none
 * @param triggerTick tick that triggered it; 0 when it traded at once or not
 */
public record OrderNews(
        EventKind kind,
        int stream,
        int shard,
        long sequence,
        int version,
        UUID orderId,
        UUID traderId,
        String symbol,
        Operation type,
        long filledQuantity,
        long tradeQuantity,
        long tradePrice,
        long triggerTick,
        long triggeredAt,
        long durableAt,
        String clientOrderId) {

    /** Whether shares were traded. */
    public boolean isTrade() {
        return kind == EventKind.FILL || kind == EventKind.PARTIAL_FILL;
    }

    /** Whether the order is over with it. */
    public boolean isClosing() {
        return switch (kind) {
            case FILL, CANCELED, EXPIRED, REJECTED, REPLACED -> true;
            default -> false;
        };
    }
}
