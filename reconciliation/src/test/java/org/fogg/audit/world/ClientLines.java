package org.fogg.audit.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fogg.audit.wire.Terms;

/** Writes a client's own records. */
final class ClientLines {
    private final List<String> lines;

    ClientLines(List<String> lines) {
        this.lines = lines;
    }

    void paid(long at, String op, UUID trader, long amount) {
        line(at, trader, 200, field("op", op) + ',' + field("amount", decimal(amount)));
    }

    void refused(long at, UUID trader, String clientOrderId) {
        line(at, trader, 403, field("op", "place") + ',' + field("client_order_id", clientOrderId));
    }

    void canceled(long at, UUID orderId, UUID trader) {
        line(at, trader, 204, field("op", "cancel") + ',' + field("order_id", orderId));
    }

    void replaced(long at, Terms terms, String clientOrderId) {
        line(
                at,
                terms.traderId(),
                200,
                String.join(
                        ",",
                        field("op", "replace"),
                        field("client_order_id", clientOrderId),
                        field("limit_price", decimal(terms.limitPrice())),
                        field("order_id", terms.orderId()),
                        field("status", "new")));
    }

    void placed(long at, Terms terms, String clientOrderId, String symbol, OrderState order) {
        String prices = "";
        if (terms.limitPrice() != 0) {
            prices += field("limit_price", decimal(terms.limitPrice())) + ',';
        }
        if (terms.stopPrice() != 0) {
            prices += field("stop_price", decimal(terms.stopPrice())) + ',';
        }
        line(
                at,
                terms.traderId(),
                200,
                prices
                        + String.join(
                                ",",
                                field("op", "place"),
                                field("client_order_id", clientOrderId),
                                field("symbol", symbol),
                                field("side", lower(terms.side())),
                                field("type", lower(terms.type())),
                                field("tif", lower(terms.timeInForce())),
                                field("qty", terms.quantity()),
                                field("order_id", terms.orderId()),
                                field("status", lower(order.status)),
                                field("filled_qty", order.filled)));
    }

    private void line(long at, UUID trader, int http, String fields) {
        lines.add(
                "{"
                        + field("run", "run-1")
                        + ','
                        + field("trader", trader)
                        + ','
                        + fields
                        + ",\"sent_ns\":"
                        + (at - 100)
                        + ",\"answer_ns\":"
                        + at
                        + ",\"http\":"
                        + http
                        + '}');
    }

    private static String field(String name, Object value) {
        return '"' + name + "\":\"" + value + '"';
    }

    private static String decimal(long amount) {
        return BigDecimal.valueOf(amount, 4).stripTrailingZeros().toPlainString();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
