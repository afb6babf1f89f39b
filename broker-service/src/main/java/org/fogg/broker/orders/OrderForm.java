package org.fogg.broker.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.market.Stock;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.DecimalText;
import org.fogg.broker.web.Texts;
import org.fogg.broker.web.Times;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns requests into what the core understands, and refuses what it could not: form, words, units,
 * the stock and its increment. Whether cash and holdings suffice is the core's to say. Thread-safe.
 */
final class OrderForm {

    /** How long a gtc order stays in force. */
    static final Duration GTC = Duration.ofDays(90);

    private final Assets assets;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /**
     * @param ids makes client order ids where the client gave none
     */
    OrderForm(Assets assets, Clock clock, Supplier<UUID> ids) {
        this.assets = assets;
        this.clock = clock;
        this.ids = ids;
    }

    /** The terms of a new order. */
    OrderTerms terms(UUID traderId, OrderRequest request) {
        refuseUnsupported(request);
        String symbol = Words.required("symbol", request.symbol());
        long quantity = quantity(request.qty());
        Side side = Words.side(request.side());
        OrderType type = Words.type(request.type());
        TimeInForce timeInForce = Words.timeInForce(request.timeInForce());
        refuseTimeInForce(type, timeInForce);
        refuseIntent(side, request.positionIntent());
        String clientOrderId = clientOrderId(request.clientOrderId());
        Stock stock = assets.findAnywhere(symbol);
        if (stock == null) {
            throw ApiException.unprocessable(
                    "symbol", "asset " + Texts.quoted(symbol) + " not found");
        }
        return new OrderTerms(
                Ids.orderId(traderId, clientOrderId),
                traderId,
                clientOrderId,
                stock.id(),
                side,
                type,
                timeInForce,
                quantity,
                price("limit_price", request.limitPrice(), type, stock),
                price("stop_price", request.stopPrice(), type, stock),
                expiresAt(timeInForce, stock));
    }

    /** The terms of a market order that sells what a position has. */
    OrderTerms marketSell(UUID traderId, Stock stock, long quantity) {
        String clientOrderId = ids.get().toString();
        return new OrderTerms(
                Ids.orderId(traderId, clientOrderId),
                traderId,
                clientOrderId,
                stock.id(),
                Side.SELL,
                OrderType.MARKET,
                TimeInForce.DAY,
                quantity,
                0,
                0,
                expiresAt(TimeInForce.DAY, stock));
    }

    /** The terms of a change to an order. */
    ReplaceTerms replacement(OrderSnapshot order, Stock stock, ReplaceRequest request) {
        OrderTerms terms = order.terms();
        if (request.trail() != null) {
            throw Words.unsupported("trail", "a trailing stop");
        }
        TimeInForce timeInForce =
                request.timeInForce() == null ? null : Words.timeInForce(request.timeInForce());
        if (timeInForce != null && timeInForce.isImmediate()) {
            throw ApiException.invalid("time_in_force", "must be day or gtc for an open order");
        }
        if (request.qty() == null
                && request.limitPrice() == null
                && request.stopPrice() == null
                && timeInForce == null) {
            throw ApiException.invalid(
                    "qty, limit_price, stop_price, time_in_force", "one of them is required");
        }
        String clientOrderId = clientOrderId(request.clientOrderId());
        return new ReplaceTerms(
                terms.traderId(),
                terms.orderId(),
                Ids.orderId(terms.traderId(), clientOrderId),
                clientOrderId,
                request.qty() == null ? 0 : quantity(request.qty()),
                request.limitPrice() == null
                        ? 0
                        : price("limit_price", request.limitPrice(), terms.type(), stock),
                request.stopPrice() == null
                        ? 0
                        : price("stop_price", request.stopPrice(), terms.type(), stock),
                timeInForce,
                timeInForce == null ? 0 : expiresAt(timeInForce, stock));
    }

    private static void refuseUnsupported(OrderRequest request) {
        refuse("notional", request.notional(), "is not supported, give qty in whole shares");
        refuse("trail_price", request.trailPrice(), "is not supported");
        refuse("trail_percent", request.trailPercent(), "is not supported");
        refuse("take_profit", request.takeProfit(), "is not supported");
        refuse("stop_loss", request.stopLoss(), "is not supported");
        refuse("legs", request.legs(), "is not supported");
        refuse("advanced_instructions", request.advancedInstructions(), "is not supported");
        String orderClass = request.orderClass();
        if (orderClass != null && !orderClass.isEmpty() && !orderClass.equals("simple")) {
            throw ApiException.unprocessable(
                    "order_class",
                    Texts.quoted(orderClass) + " is not supported, must be simple or absent");
        }
        if (Boolean.TRUE.equals(request.extendedHours())) {
            throw ApiException.unprocessable(
                    "extended_hours",
                    "true is not supported, exchanges are always open; must be false or absent");
        }
    }

    private static void refuse(String field, @Nullable Object value, String rule) {
        boolean absent = value == null || (value instanceof JsonNode node && node.isNull());
        if (!absent) {
            throw ApiException.unprocessable(field, rule);
        }
    }

    private static void refuseTimeInForce(OrderType type, TimeInForce timeInForce) {
        boolean rests = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        if (rests && timeInForce.isImmediate()) {
            throw ApiException.unprocessable(
                    "time_in_force",
                    "must be day or gtc for a "
                            + Words.text(type)
                            + " order, was "
                            + Words.text(timeInForce));
        }
    }

    private static void refuseIntent(Side side, @Nullable String intent) {
        String own = side == Side.BUY ? "buy_to_open" : "sell_to_close";
        if (intent != null && !intent.equals(own)) {
            throw ApiException.unprocessable(
                    "position_intent",
                    Texts.quoted(intent)
                            + " is not supported for a "
                            + Words.text(side)
                            + ", there are no short positions; must be "
                            + own
                            + " or absent");
        }
    }

    private static long quantity(@Nullable DecimalText qty) {
        if (qty == null) {
            throw ApiException.invalid("qty", "is required");
        }
        return Amounts.quantity("qty", qty.text());
    }

    private static long price(
            String field, @Nullable DecimalText given, OrderType type, Stock stock) {
        boolean wanted =
                field.equals("limit_price")
                        ? type == OrderType.LIMIT || type == OrderType.STOP_LIMIT
                        : type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        if (given == null) {
            if (wanted) {
                throw ApiException.invalid(
                        field, "is required for a " + Words.text(type) + " order");
            }
            return 0;
        }
        if (!wanted) {
            throw ApiException.invalid(
                    field, "must be absent for a " + Words.text(type) + " order");
        }
        return Amounts.price(field, given.text(), stock.priceIncrement());
    }

    private String clientOrderId(@Nullable String given) {
        return given == null ? ids.get().toString() : ClientOrderIds.checked(given);
    }

    private long expiresAt(TimeInForce timeInForce, Stock stock) {
        return switch (timeInForce) {
            case DAY -> Times.nanos(Assets.nextMidnight(clock, stock.exchange().zone()));
            case GTC -> Times.nanos(clock.instant().plus(GTC));
            case IOC, FOK -> 0;
        };
    }
}
