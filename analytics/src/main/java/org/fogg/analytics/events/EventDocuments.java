package org.fogg.analytics.events;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fogg.analytics.index.Document;
import org.fogg.analytics.index.IndexNames;
import org.fogg.analytics.listings.ListedStock;
import org.fogg.analytics.places.Georegions;
import org.fogg.analytics.places.Place;
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

    static final double UNIT = 10_000d;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

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
        source.put("at", instant(event.at()).toString());
        source.put("durable_at", instant(event.durableAt()).toString());
        source.put("shard", event.shard());
        source.put("sequence", event.sequence());
        putTerms(source, order.terms());
        source.put("exchange_id", event.exchangeId());
        if (stock != null) {
            putExchange(source, stock);
        }
        if (trade) {
            TradeFields.put(source, event);
        } else {
            source.put("reason", order.reason());
            source.put("reason_name", Reasons.name(order.reason()));
        }
        source.put("symbol", event.symbol());
        source.put("client_order_id", event.clientOrderId());
        putGeoregion(source, event.georegion(), event.home());
        String index = IndexNames.of(trade ? IndexNames.TRADES : IndexNames.ORDERS, at(event));
        return new Document(index, orderId + ':' + order.version(), source);
    }

    /**
     * The document of a tick that stands for its interval.
     *
     * @param slot numbers the interval; the document's id, so that an interval has one document
     */
    static Document of(TickDecoder tick, ListedStock stock, long slot) {
        Map<String, Object> source = new HashMap<>();
        Instant at = instant(tick.publishedAt());
        source.put("symbol", stock.symbol());
        source.put("georegion", stock.georegion());
        putExchange(source, stock);
        source.put("sequence", tick.sequence());
        source.put("price", tick.price() / UNIT);
        source.put("at", at.toString());
        return new Document(
                IndexNames.of(IndexNames.TICKERS, at), stock.symbol() + ':' + slot, source);
    }

    static Instant at(OrderEventDecoder event) {
        return instant(event.at());
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

    private static void putExchange(Map<String, Object> source, ListedStock stock) {
        source.put("exchange", stock.exchange().code());
        source.put("exchange_location", point(stock.exchange().place()));
    }

    /**
     * Where an order is, and where its trader is.
     *
     * @param named the trader's georegion; empty in events of earlier builds
     */
    private static void putGeoregion(Map<String, Object> source, String georegion, String named) {
        String home = named.isEmpty() ? georegion : named;
        source.put("georegion", georegion);
        source.put("trader_georegion", home);
        Place place = Georegions.place(home);
        if (place != null) {
            source.put("trader_location", point(place));
        }
    }

    private static Map<String, Double> point(Place place) {
        return Map.of("lat", place.latitude(), "lon", place.longitude());
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
