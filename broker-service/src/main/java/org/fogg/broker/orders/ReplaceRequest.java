package org.fogg.broker.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.fogg.broker.web.DecimalText;
import org.jspecify.annotations.Nullable;

/** The body of a change to an open order, as written; what is absent stays as it is. */
@Schema(name = "ReplaceRequest", example = "{\"qty\":\"5\",\"limit_price\":\"71.50\"}")
record ReplaceRequest(
        @Schema(description = "Whole shares of the new order", example = "5")
                @Nullable DecimalText qty,
        @Schema(allowableValues = {"day", "gtc"}) @JsonProperty("time_in_force")
                @Nullable String timeInForce,
        @JsonProperty("limit_price") @Nullable DecimalText limitPrice,
        @JsonProperty("stop_price") @Nullable DecimalText stopPrice,
        @Schema(description = "Not supported") @Nullable DecimalText trail,
        @Schema(description = "Of the new order; made when absent") @JsonProperty("client_order_id")
                @Nullable String clientOrderId) {}
