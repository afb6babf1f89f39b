package org.fogg.broker.web;

import java.util.Map;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/** How each refusal of the core looks to a client: the one table. */
public final class Refusals {

    private Refusals() {}

    /**
     * The error of an answer whose reason is not {@link Reason#NONE}.
     *
     * @param subject what the command was about, for the message: a symbol or an id
     */
    public static ApiError of(CommandAnswer answer, String subject) {
        long requested = answer.requested();
        long available = answer.available();
        return switch (answer.reason()) {
            case UNKNOWN_ACCOUNT ->
                    error(
                            ErrorCode.NOT_FOUND,
                            "account not found: the trader has no account in this georegion");
            case UNKNOWN_STOCK ->
                    unprocessable("symbol: asset \"%s\" is not tradable".formatted(subject));
            case UNKNOWN_ORDER -> error(ErrorCode.NOT_FOUND, "order not found: " + subject);
            case ACCOUNT_EXISTS ->
                    error(
                            ErrorCode.INVALID_PARAMETER,
                            "trader_id: must be new, an account with it exists");
            case INSUFFICIENT_CASH ->
                    forbidden(
                                    "insufficient buying power (requested: %s, available: %s)"
                                            .formatted(
                                                    Amounts.format(requested),
                                                    Amounts.format(available)))
                            .with("cost_basis", Amounts.format(requested))
                            .with("buying_power", Amounts.format(available));
            case INSUFFICIENT_HOLDING ->
                    forbidden(
                                    ("insufficient qty available for order (requested: %d,"
                                                    + " available: %d)")
                                            .formatted(requested, available))
                            .with("symbol", subject)
                            .with("available", Long.toString(available));
            case ORDER_VALUE_LIMIT ->
                    unprocessable(
                            "qty: the order's value at its worst price must be at most %s, is %s"
                                    .formatted(
                                            Amounts.format(available), Amounts.format(requested)));
            case ORDER_QUANTITY_LIMIT ->
                    unprocessable(
                            "qty: must be at most %d, was %d".formatted(available, requested));
            case PRICE_DISTANCE_LIMIT ->
                    unprocessable(
                            ("limit_price, stop_price: must be within %d basis points of the last"
                                            + " price, was %d away")
                                    .formatted(available, requested));
            case OPEN_ORDERS_LIMIT ->
                    forbidden("open orders: an account may have at most %d".formatted(available));
            case DUPLICATE_ORDER ->
                    forbidden("duplicate order: an equal order was placed a moment ago");
            case CLIENT_ORDER_ID_REUSED ->
                    error(
                            ErrorCode.INVALID_PARAMETER,
                            "client_order_id must be unique, it names another order");
            case INVALID_QUANTITY ->
                    unprocessable("qty: must be a whole number above 0 and above what is filled");
            case INVALID_PRICE ->
                    unprocessable(
                            ("limit_price, stop_price: must be above 0, a multiple of the price"
                                            + " increment of %s, and fit the order's type")
                                    .formatted(subject));
            case INVALID_TERMS ->
                    unprocessable("type, time_in_force: do not fit together or with the prices");
            case OVERFLOW -> unprocessable("qty: the order's value is too large");
            case NO_PRICE -> away("symbol: %s has no price yet".formatted(subject));
            case EXCHANGE_UNAVAILABLE ->
                    away("the exchange of %s does not answer".formatted(subject));
            case NOT_FILLABLE_NOW ->
                    unprocessable("time_in_force: the order cannot be filled now at its price");
            case HALTED -> forbidden("trading is halted");
            case EXPIRED -> unprocessable("time_in_force: the order's end is already past");
            case TRANSFER_VOIDED -> unprocessable("the money for the order was called back");
            case TRANSFER_APPLIED ->
                    unprocessable("the order has reached the georegion of its stock");
            case ORDER_CLOSED, REQUESTED -> closed(answer.order());
            case NONE -> throw new IllegalArgumentException("NONE is no refusal");
        };
    }

    /** The error of a change to an order that is not open any more. */
    public static ApiError closed(@Nullable OrderSnapshot order) {
        String status = order == null ? "closed" : statusText(order.status());
        return unprocessable(
                        ("order is not cancelable or replaceable in its current state: its status is"
                                        + " \"%s\", must be new or partially_filled")
                                .formatted(status))
                .with("status", status);
    }

    /** A status as clients see it. */
    public static String statusText(OrderStatus status) {
        return switch (status) {
            case NEW -> "new";
            case PARTIALLY_FILLED -> "partially_filled";
            case FILLED -> "filled";
            case CANCELED -> "canceled";
            case EXPIRED -> "expired";
            case REJECTED -> "rejected";
            case REPLACED -> "replaced";
        };
    }

    private static ApiError forbidden(String message) {
        return error(ErrorCode.FORBIDDEN, message);
    }

    private static ApiError unprocessable(String message) {
        return error(ErrorCode.UNPROCESSABLE, message);
    }

    private static ApiError away(String message) {
        return new ApiError(ErrorCode.UNAVAILABLE, message, Map.of(), 1);
    }

    private static ApiError error(ErrorCode code, String message) {
        return ApiError.of(code, message);
    }
}
