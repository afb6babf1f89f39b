package org.fogg.broker.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.fogg.broker.web.DecimalText;
import org.jspecify.annotations.Nullable;

/** Bodies of the administration's requests and answers. */
final class AdminBodies {

    private AdminBodies() {}

    @Schema(name = "TraderRequest", example = "{\"cash\":\"100000\"}")
    record TraderRequest(
            @Schema(description = "What the account starts with, in USD; 0 or more")
                    @Nullable DecimalText cash,
            @Schema(description = "A UUID; made when absent") @JsonProperty("trader_id")
                    @Nullable String traderId) {}

    @Schema(name = "NewTrader")
    record NewTraderView(
            @JsonProperty("trader_id") UUID traderId,
            String georegion,
            @JsonProperty("key_id") String keyId,
            @Schema(description = "Shown once") @JsonProperty("secret_key") String secretKey,
            String cash) {}

    @Schema(name = "DepositRequest", example = "{\"amount\":\"5000\"}")
    record DepositRequest(
            @Schema(description = "USD, above 0") @Nullable DecimalText amount,
            @Schema(description = "1 to 128 characters") @JsonProperty("idempotency_key")
                    @Nullable String idempotencyKey) {}

    @Schema(name = "Deposit")
    record DepositView(
            @JsonProperty("trader_id") UUID traderId,
            String amount,
            @Schema(description = "All cash after it") String cash) {}

    @Schema(name = "HaltRequest", example = "{\"halted\":true}")
    record HaltRequest(
            @Nullable Boolean halted,
            @Schema(description = "Absent: the whole georegion") @JsonProperty("trader_id")
                    @Nullable String traderId) {}

    @Schema(name = "Halt")
    record HaltView(boolean halted, @JsonProperty("trader_id") @Nullable UUID traderId) {}
}
