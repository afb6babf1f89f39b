package org.fogg.analytics.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fogg.analytics.index.Document;
import org.fogg.analytics.listings.ListingBook.ListedStock;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.fogg.contracts.sbe.OrderStateDecoder;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.TickDecoder;
import org.fogg.contracts.sbe.UuidDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Turns messages into documents: a pure function, so that a replay makes the same documents.
 * Amounts become floating-point numbers here, for charts only; the journal has the exact ones.
 */
final class EventDocuments {

    private static final double UNIT = 10_000d;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd");

    private EventDocuments() {}

    /** The document of an order event: a trade, or another step in an order's life. */
    static Document of(OrderEventDecoder event, @Nullable ListedStock stock) {
        OrderStateDecoder order = event.order();
        boolean trade = event.kind() == EventKind.FILL || event.kind() == EventKind.PARTIAL_FILL;
        String orderId = uuid(order.terms().orderId()).toString();
        Map<String, Object> source = new HashMap<>();
        source.put("order_id", orderId);
        source.put("version", order.version());
        source.put("event", lower(event.kind()));
        putTime(source, "at", event.at());
        putTerms(source, order.terms());
        if (stock != null) {
            source.put("exchange", stock.exchange());
            source.put(
                    "exchange_location", Map.of("lat", stock.latitude(), "lon", stock.longitude()));
        }
        if (trade) {
            putTrade(source, event);
        } else {
            source.put("reason", order.reason());
        }
        String kind = trade ? "trades" : "orders";
        String index = "fogg-" + kind + "-" + day(event.at());
        String id = orderId + ':' + order.version();
        source.put("symbol", event.symbol());
        source.put("client_order_id", event.clientOrderId());
        source.put("georegion", event.georegion());
        return new Document(index, id, source);
    }

    /** The document of a tick. */
    static Document of(TickDecoder tick, String symbol) {
        Map<String, Object> source = new HashMap<>();
        source.put("symbol", symbol);
        source.put("sequence", tick.sequence());
        source.put("price", tick.price() / UNIT);
        putTime(source, "at", tick.publishedAt());
        return new Document(
                "fogg-tickers-" + day(tick.publishedAt()), symbol + ':' + tick.sequence(), source);
    }

    private static void putTerms(Map<String, Object> source, OrderTermsDecoder terms) {
        source.put("trader_id", uuid(terms.traderId()).toString());
        source.put("side", lower(terms.side()));
        source.put("type", lower(terms.type()));
        source.put("time_in_force", lower(terms.timeInForce()));
        source.put("order_quantity", terms.quantity());
        if (terms.limitPrice() > 0) {
            source.put("limit_price", terms.limitPrice() / UNIT);
        }
        if (terms.stopPrice() > 0) {
            source.put("stop_price", terms.stopPrice() / UNIT);
        }
    }

    private static void putTrade(Map<String, Object> source, OrderEventDecoder event) {
        source.put("execution_id", event.executionId());
        source.put("quantity", event.tradeQuantity());
        source.put("price", event.tradePrice() / UNIT);
        source.put("value", event.tradePrice() / UNIT * event.tradeQuantity());
        if (event.triggerTick() > 0) {
            source.put(
                    "tick_to_trade_us",
                    (event.durableAt() - event.triggeredAt()) / NANOS_PER_MICRO);
        } else {
            source.put(
                    "order_to_trade_us",
                    (event.durableAt() - event.order().createdAt()) / NANOS_PER_MICRO);
        }
    }

    private static void putTime(Map<String, Object> source, String field, long nanos) {
        source.put(field, instant(nanos).toString());
    }

    private static String day(long nanos) {
        return LocalDate.ofInstant(instant(nanos), ZoneOffset.UTC).format(DAY);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND);
    }

    private static UUID uuid(UuidDecoder id) {
        return new UUID(id.high(), id.low());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
