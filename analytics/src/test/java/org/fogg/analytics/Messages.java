package org.fogg.analytics;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
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

/** Messages as the broker and the exchange write them. Prices in 1/10,000. */
public final class Messages {

    private static final long MICRO = 1_000;
    private static final Map<String, String> CITIES =
            Map.of("XLON", "London", "XFRA", "Frankfurt", "XPAR", "Paris");

    private Messages() {}

    /** A stock of an exchange. */
    public record Stock(
            int id,
            String symbol,
            String name,
            String exchange,
            double latitude,
            double longitude) {

        byte[] listing() {
            UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
            ListingEncoder listing =
                    new ListingEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
            listing.stockId(id)
                    .exchangeId(1)
                    .priceIncrement(100)
                    .volatility(2_000)
                    .latitude((int) Math.round(latitude * 1_000_000))
                    .longitude((int) Math.round(longitude * 1_000_000))
                    .symbol(symbol)
                    .name(name)
                    .exchangeCode(exchange)
                    .exchangeName("Exchange " + exchange)
                    .city(CITIES.getOrDefault(exchange, exchange))
                    .timeZone("Europe/London")
                    .url("http://127.0.0.1:1/exchanges/" + exchange);
            return bytes(buffer, listing.encodedLength());
        }

        byte[] tick(long sequence, long price, Instant at) {
            UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
            TickEncoder tick =
                    new TickEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
            tick.stockId(id).sequence(sequence).price(price).publishedAt(nanos(at));
            return bytes(buffer, tick.encodedLength());
        }
    }

    /**
     * An order's event.
     *
     * @param reference the limit, the stop, or for a market order the last price at acceptance
     * @param price of the trade; 0 for an event that is no trade
     * @param micros the latency
     */
    public record Event(
            UUID orderId,
            int version,
            EventKind kind,
            OrderType type,
            Side side,
            Instant at,
            long reference,
            long price,
            long quantity,
            long micros,
            int reason) {

        static Event trade(
                OrderType type, Side side, Instant at, long reference, long price, long micros) {
            UUID id = UUID.randomUUID();
            return new Event(
                    id, 2, EventKind.FILL, type, side, at, reference, price, 10, micros, 0);
        }

        static Event rejected(OrderType type, Instant at, int reason) {
            UUID id = UUID.randomUUID();
            return new Event(
                    id, 2, EventKind.REJECTED, type, Side.BUY, at, 1_000_000, 0, 10, 0, reason);
        }

        byte[] of(Stock stock, String georegion) {
            return of(stock, georegion, georegion);
        }

        byte[] of(Stock stock, String georegion, String home) {
            UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
            OrderEventEncoder event =
                    new OrderEventEncoder()
                            .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
            boolean trade = price > 0;
            boolean market = type == OrderType.MARKET;
            long durable = nanos(at);
            event.kind(kind).shard(3).sequence(17).at(durable).durableAt(durable);
            event.order()
                    .status(trade ? OrderStatus.FILLED : OrderStatus.REJECTED)
                    .reason(reason)
                    .version(version)
                    .filledQuantity(trade ? quantity : 0)
                    .filledValue(price * quantity)
                    .createdAt(durable - micros * MICRO);
            terms(event.order().terms(), stock);
            event.exchangeId(1)
                    .executionId(trade ? orderId.getLeastSignificantBits() >>> 12 : 0)
                    .tradeQuantity(trade ? quantity : 0)
                    .tradePrice(price)
                    .triggerTick(trade && !market ? 9 : 0)
                    .triggeredAt(trade && !market ? durable - micros * MICRO : 0)
                    .priceAtAcceptance(reference);
            event.symbol(stock.symbol()).clientOrderId("mine-1").georegion(georegion).home(home);
            return bytes(buffer, event.encodedLength());
        }

        private void terms(OrderTermsEncoder terms, Stock stock) {
            terms.orderId()
                    .high(orderId.getMostSignificantBits())
                    .low(orderId.getLeastSignificantBits());
            terms.traderId().high(7).low(8);
            terms.stockId(stock.id())
                    .side(side)
                    .type(type)
                    .timeInForce(TimeInForce.GTC)
                    .quantity(quantity)
                    .limitPrice(type == OrderType.LIMIT ? reference : 0)
                    .stopPrice(type == OrderType.STOP ? reference : 0)
                    .expiresAt(0);
        }
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000 + at.getNano();
    }

    private static byte[] bytes(UnsafeBuffer buffer, int bodyLength) {
        byte[] message = new byte[MessageHeaderEncoder.ENCODED_LENGTH + bodyLength];
        buffer.getBytes(0, message);
        return message;
    }
}
