package org.fogg.trader.bench.measure;

import java.util.UUID;
import java.util.function.Predicate;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.fogg.contracts.sbe.OrderStateDecoder;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.UuidDecoder;
import org.fogg.trader.bench.mix.Operation;
import org.jspecify.annotations.Nullable;

/** Reads order events of some traders from records of the topic. Not thread-safe. */
final class NewsReader {

    private final Predicate<UUID> isWanted;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderEventDecoder event = new OrderEventDecoder();

    /** A reader of the events of those traders that are wanted. */
    NewsReader(Predicate<UUID> isWanted) {
        this.isWanted = isWanted;
    }

    /** What a record says; null when it is another message or of another trader. */
    @Nullable OrderNews read(int stream, byte[] record) {
        buffer.wrap(record);
        header.wrap(buffer, 0);
        if (header.templateId() != OrderEventDecoder.TEMPLATE_ID) {
            return null;
        }
        event.wrapAndApplyHeader(buffer, 0, header);
        OrderStateDecoder order = event.order();
        OrderTermsDecoder terms = order.terms();
        UUID trader = id(terms.traderId());
        return isWanted.test(trader) ? news(stream, trader, order, terms) : null;
    }

    private OrderNews news(
            int stream, UUID trader, OrderStateDecoder order, OrderTermsDecoder terms) {
        String symbol = event.symbol();
        return new OrderNews(
                event.kind(),
                stream,
                event.shard(),
                event.sequence(),
                order.version(),
                id(terms.orderId()),
                trader,
                symbol,
                type(terms.type()),
                order.filledQuantity(),
                event.tradeQuantity(),
                event.tradePrice(),
                event.triggerTick(),
                event.triggeredAt(),
                event.durableAt(),
                event.clientOrderId());
    }

    /** The load generator sends no stop-limit orders; a stop is what they are nearest to. */
    private static Operation type(OrderType type) {
        return switch (type) {
            case MARKET -> Operation.MARKET;
            case LIMIT -> Operation.LIMIT;
            default -> Operation.STOP;
        };
    }

    private static UUID id(UuidDecoder uuid) {
        return new UUID(uuid.high(), uuid.low());
    }
}
