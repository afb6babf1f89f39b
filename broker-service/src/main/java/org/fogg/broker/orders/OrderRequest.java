package org.fogg.broker.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.fogg.broker.web.DecimalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a new order, as written. It has the fields that clients of this API's shape send; a
 * field that Fogg does not support is refused where it asks for something, and an unknown one
 * always.
 */
@Schema(
        name = "OrderRequest",
        requiredProperties = {"symbol", "qty", "side", "type", "time_in_force"},
        example =
                "{\"symbol\":\"VOD.L\",\"qty\":\"10\",\"side\":\"buy\",\"type\":\"limit\","
                        + "\"time_in_force\":\"day\",\"limit_price\":\"71.25\","
                        + "\"client_order_id\":\"my-order-1\"}")
record OrderRequest(
        @Nullable String symbol,
        @Schema(description = "Whole shares", example = "10") @Nullable DecimalText qty,
        @Schema(description = "Not supported") @Nullable DecimalText notional,
        @Schema(allowableValues = {"buy", "sell"}) @Nullable String side,
        @Schema(allowableValues = {"market", "limit", "stop", "stop_limit"}) @Nullable String type,
        @Schema(allowableValues = {"day", "gtc", "ioc", "fok"}) @JsonProperty("time_in_force")
                @Nullable String timeInForce,
        @Schema(description = "For limit and stop_limit only") @JsonProperty("limit_price")
                @Nullable DecimalText limitPrice,
        @Schema(description = "For stop and stop_limit only") @JsonProperty("stop_price")
                @Nullable DecimalText stopPrice,
        @Schema(
                        description =
                                "1 to 128 printable ASCII characters; a repetition with the same"
                                        + " one never makes a second order. Made when absent")
                @JsonProperty("client_order_id")
                @Nullable String clientOrderId,
        @Schema(description = "simple, the only one") @JsonProperty("order_class")
                @Nullable String orderClass,
        @Schema(description = "false: exchanges are always open") @JsonProperty("extended_hours")
                @Nullable Boolean extendedHours,
        @Schema(description = "buy_to_open for a buy, sell_to_close for a sell")
                @JsonProperty("position_intent")
                @Nullable String positionIntent,
        @Schema(description = "Not supported") @JsonProperty("trail_price")
                @Nullable DecimalText trailPrice,
        @Schema(description = "Not supported") @JsonProperty("trail_percent")
                @Nullable DecimalText trailPercent,
        @Schema(description = "Not supported", type = "object") @JsonProperty("take_profit")
                @Nullable JsonNode takeProfit,
        @Schema(description = "Not supported", type = "object") @JsonProperty("stop_loss")
                @Nullable JsonNode stopLoss,
        @Schema(description = "Not supported", type = "object") @Nullable JsonNode legs,
        @Schema(description = "Not supported", type = "object")
                @JsonProperty("advanced_instructions")
                @Nullable JsonNode advancedInstructions) {}
