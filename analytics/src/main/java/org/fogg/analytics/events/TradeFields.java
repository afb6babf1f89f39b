package org.fogg.analytics.events;

import java.util.Map;
import org.fogg.contracts.sbe.OrderEventDecoder;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;

/** What a trade's document has beyond its order: execution, latency and what the latency cost. */
final class TradeFields {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final double BASIS_POINTS = 10_000d;

    private TradeFields() {}

    static void put(Map<String, Object> source, OrderEventDecoder event) {
        double price = event.tradePrice() / EventDocuments.UNIT;
        source.put("execution_id", event.executionId());
        source.put("quantity", event.tradeQuantity());
        source.put("price", price);
        source.put("value", price * event.tradeQuantity());
        putLatency(source, event);
        putLoss(source, event);
    }

    private static void putLatency(Map<String, Object> source, OrderEventDecoder event) {
        boolean triggered = event.triggerTick() > 0;
        long from = triggered ? event.triggeredAt() : event.order().createdAt();
        // Two machines' clocks: a difference below zero is none that anyone waited.
        long micros = Math.max(0, event.durableAt() - from) / NANOS_PER_MICRO;
        source.put("latency_us", micros);
        source.put(triggered ? "tick_to_trade_us" : "order_to_trade_us", micros);
    }

    /** How much worse than its reference price it traded; below zero where it traded better. */
    private static void putLoss(Map<String, Object> source, OrderEventDecoder event) {
        long reference = reference(event);
        if (reference <= 0) {
            return;
        }
        long worse = event.tradePrice() - reference;
        if (event.order().terms().side() == Side.SELL) {
            worse = -worse;
        }
        source.put("reference_price", reference / EventDocuments.UNIT);
        source.put("loss", worse / EventDocuments.UNIT * event.tradeQuantity());
        source.put("loss_bps", worse * BASIS_POINTS / reference);
    }

    /**
     * What an order that waited for a price was to trade at: its limit, or its stop. One that
     * traded at once: the last price when it was decided on.
     */
    private static long reference(OrderEventDecoder event) {
        OrderTermsDecoder terms = event.order().terms();
        if (event.triggerTick() == 0 || terms.type() == OrderType.MARKET) {
            return event.priceAtAcceptance();
        }
        return terms.stopPrice() > 0 ? terms.stopPrice() : terms.limitPrice();
    }
}
