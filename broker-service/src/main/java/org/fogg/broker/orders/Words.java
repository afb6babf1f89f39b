package org.fogg.broker.orders;

import java.util.Map;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Texts;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/** The words of orders as clients write them. */
final class Words {

    static final Map<String, Side> SIDES = Map.of("buy", Side.BUY, "sell", Side.SELL);

    private Words() {}

    static Side side(@Nullable String text) {
        return switch (required("side", text)) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw unknown("side", "buy, sell", text);
        };
    }

    static OrderType type(@Nullable String text) {
        return switch (required("type", text)) {
            case "market" -> OrderType.MARKET;
            case "limit" -> OrderType.LIMIT;
            case "stop" -> OrderType.STOP;
            case "stop_limit" -> OrderType.STOP_LIMIT;
            case "trailing_stop" -> throw unsupported("type", "trailing_stop");
            default -> throw unknown("type", "market, limit, stop, stop_limit", text);
        };
    }

    static TimeInForce timeInForce(@Nullable String text) {
        return switch (required("time_in_force", text)) {
            case "day" -> TimeInForce.DAY;
            case "gtc" -> TimeInForce.GTC;
            case "ioc" -> TimeInForce.IOC;
            case "fok" -> TimeInForce.FOK;
            case "opg", "cls" ->
                    throw ApiException.unprocessable(
                            "time_in_force",
                            text
                                    + " is not supported, exchanges are always open; must be one of"
                                    + " day, gtc, ioc, fok");
            default -> throw unknown("time_in_force", "day, gtc, ioc, fok", text);
        };
    }

    static String text(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    static String text(OrderType type) {
        return switch (type) {
            case MARKET -> "market";
            case LIMIT -> "limit";
            case STOP -> "stop";
            case STOP_LIMIT -> "stop_limit";
        };
    }

    static String text(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY -> "day";
            case GTC -> "gtc";
            case IOC -> "ioc";
            case FOK -> "fok";
        };
    }

    static String required(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw ApiException.invalid(field, "is required");
        }
        return text;
    }

    static ApiException unsupported(String field, String value) {
        return ApiException.unprocessable(field, value + " is not supported");
    }

    private static ApiException unknown(String field, String values, @Nullable String text) {
        return ApiException.invalid(
                field, "must be one of " + values + ", was " + Texts.quoted(String.valueOf(text)));
    }
}
