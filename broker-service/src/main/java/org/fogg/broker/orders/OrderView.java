package org.fogg.broker.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.Refusals;
import org.fogg.broker.web.Times;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/** An order as clients see it. What Fogg does not have is null, or its constant. */
@Schema(name = "Order")
public record OrderView(
        UUID id,
        @JsonProperty("client_order_id") String clientOrderId,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("updated_at") @Nullable String updatedAt,
        @JsonProperty("submitted_at") @Nullable String submittedAt,
        @JsonProperty("filled_at") @Nullable String filledAt,
        @JsonProperty("expired_at") @Nullable String expiredAt,
        @JsonProperty("expires_at") @Nullable String expiresAt,
        @JsonProperty("canceled_at") @Nullable String canceledAt,
        @JsonProperty("failed_at") @Nullable String failedAt,
        @JsonProperty("replaced_at") @Nullable String replacedAt,
        @JsonProperty("replaced_by") @Nullable UUID replacedBy,
        @Nullable UUID replaces,
        @JsonProperty("asset_id") UUID assetId,
        String symbol,
        @JsonProperty("asset_class") @Schema(example = "us_equity") String assetClass,
        @Nullable String notional,
        @Schema(example = "10") String qty,
        @JsonProperty("filled_qty") @Schema(example = "0") String filledQty,
        @JsonProperty("filled_avg_price") @Nullable String filledAvgPrice,
        @JsonProperty("order_class") String orderClass,
        @JsonProperty("order_type") String orderType,
        @Schema(allowableValues = {"market", "limit", "stop", "stop_limit"}) String type,
        @Schema(allowableValues = {"buy", "sell"}) String side,
        @JsonProperty("position_intent") String positionIntent,
        @Schema(allowableValues = {"day", "gtc", "ioc", "fok"}) @JsonProperty("time_in_force")
                String timeInForce,
        @JsonProperty("limit_price") @Nullable String limitPrice,
        @JsonProperty("stop_price") @Nullable String stopPrice,
        @Schema(
                        allowableValues = {
                            "pending_new",
                            "new",
                            "partially_filled",
                            "filled",
                            "canceled",
                            "expired",
                            "rejected",
                            "replaced"
                        })
                String status,
        @Schema(description = "Why it was rejected or closed; Fogg's own field")
                @Nullable String reason,
        @JsonProperty("extended_hours") boolean extendedHours,
        @Nullable List<OrderView> legs,
        @JsonProperty("trail_percent") @Nullable String trailPercent,
        @JsonProperty("trail_price") @Nullable String trailPrice,
        @Nullable String hwm,
        @Nullable String subtag,
        @Nullable String source) {

    /** The order, whose stock has this symbol. */
    public static OrderView of(OrderSnapshot order, String symbol) {
        return of(order, symbol, Refusals.statusText(order.status()));
    }

    /** An order that is on its way to the georegion of its stock. */
    static OrderView pending(OrderSnapshot order, String symbol) {
        return of(order, symbol, "pending_new");
    }

    private static OrderView of(OrderSnapshot order, String symbol, String status) {
        OrderTerms terms = order.terms();
        String type = Words.text(terms.type());
        return new OrderView(
                terms.orderId(),
                terms.clientOrderId(),
                Times.format(order.createdAt()),
                Times.format(order.updatedAt()),
                Times.format(order.createdAt()),
                Times.format(order.filledAt()),
                closedAs(order, OrderStatus.EXPIRED),
                Times.format(terms.expiresAt()),
                closedAs(order, OrderStatus.CANCELED),
                closedAs(order, OrderStatus.REJECTED),
                closedAs(order, OrderStatus.REPLACED),
                order.replacedBy(),
                order.replaces(),
                Assets.idOf(symbol),
                symbol,
                "us_equity",
                null,
                Long.toString(terms.quantity()),
                Long.toString(order.filledQuantity()),
                order.filledQuantity() == 0
                        ? null
                        : Amounts.average(order.filledValue(), order.filledQuantity()),
                "",
                type,
                type,
                Words.text(terms.side()),
                terms.side() == Side.BUY ? "buy_to_open" : "sell_to_close",
                Words.text(terms.timeInForce()),
                price(terms.limitPrice()),
                price(terms.stopPrice()),
                status,
                order.reason() == Reason.NONE
                        ? null
                        : order.reason().name().toLowerCase(Locale.ROOT),
                false,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String closedAs(OrderSnapshot order, OrderStatus status) {
        return order.status() == status ? Times.format(order.closedAt()) : null;
    }

    private static @Nullable String price(long price) {
        return price == 0 ? null : Amounts.format(price);
    }
}
