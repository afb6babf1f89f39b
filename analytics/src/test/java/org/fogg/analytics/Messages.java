package org.fogg.analytics;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.ListingEncoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderEventEncoder;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TickEncoder;
import org.fogg.contracts.sbe.TimeInForce;

/** Messages as the broker and the exchange write them. */
final class Messages {

    static final long AT = 1_790_000_000_123_456_789L;

    /** Not the stock of any other test on the same servers. */
    static final int STOCK = ThreadLocalRandom.current().nextInt(1_000_000_000, 2_000_000_000);

    private Messages() {}

    static byte[] listing(String symbol) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        ListingEncoder listing =
                new ListingEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        listing.stockId(STOCK)
                .exchangeId(1)
                .priceIncrement(100)
                .volatility(2_000)
                .latitude(51_515_000)
                .longitude(-99_000)
                .symbol(symbol)
                .name("A stock")
                .exchangeCode("XLON")
                .exchangeName("London Stock Exchange")
                .city("London")
                .timeZone("Europe/London")
                .url("http://127.0.0.1:1/exchanges/XLON");
        return bytes(buffer, listing.encodedLength());
    }

    static byte[] fill(UUID orderId, int version, String symbol, String georegion) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
        OrderEventEncoder event =
                new OrderEventEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        event.kind(EventKind.FILL).shard(3).sequence(17).at(AT).durableAt(AT + 2_500_000);
        event.order()
                .status(OrderStatus.FILLED)
                .reason(0)
                .version(version)
                .filledQuantity(5)
                .filledValue(5_052_500)
                .createdAt(AT - 1_000_000);
        terms(event.order().terms(), orderId);
        event.exchangeId(1)
                .executionId(42)
                .tradeQuantity(5)
                .tradePrice(1_010_500)
                .triggerTick(9)
                .triggeredAt(AT);
        event.symbol(symbol).clientOrderId("mine-1").georegion(georegion);
        return bytes(buffer, event.encodedLength());
    }

    static byte[] tick(long sequence, long price) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
        TickEncoder tick =
                new TickEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        tick.stockId(STOCK).sequence(sequence).price(price).publishedAt(AT);
        return bytes(buffer, tick.encodedLength());
    }

    private static void terms(OrderTermsEncoder terms, UUID orderId) {
        terms.orderId()
                .high(orderId.getMostSignificantBits())
                .low(orderId.getLeastSignificantBits());
        terms.traderId().high(7).low(8);
        terms.stockId(STOCK)
                .side(Side.BUY)
                .type(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .quantity(5)
                .limitPrice(1_010_500)
                .stopPrice(0)
                .expiresAt(0);
    }

    private static byte[] bytes(UnsafeBuffer buffer, int bodyLength) {
        byte[] message = new byte[MessageHeaderEncoder.ENCODED_LENGTH + bodyLength];
        buffer.getBytes(0, message);
        return message;
    }
}
