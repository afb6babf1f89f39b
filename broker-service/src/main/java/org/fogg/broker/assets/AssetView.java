package org.fogg.broker.assets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.market.Stock;
import org.fogg.broker.web.Amounts;
import org.jspecify.annotations.Nullable;

/** An asset as clients see it. What Fogg does not have is false, zero or null. */
@Schema(name = "Asset")
record AssetView(
        UUID id,
        @JsonProperty("class") @Schema(example = "us_equity") String assetClass,
        @Schema(description = "Market code", example = "XLON") String exchange,
        @Schema(example = "VOD.L") String symbol,
        String name,
        @Schema(allowableValues = "active") String status,
        boolean tradable,
        boolean marginable,
        boolean shortable,
        @JsonProperty("easy_to_borrow") boolean easyToBorrow,
        boolean fractionable,
        @JsonProperty("maintenance_margin_requirement") int maintenanceMarginRequirement,
        @JsonProperty("margin_requirement_long") String marginRequirementLong,
        @JsonProperty("margin_requirement_short") @Nullable String marginRequirementShort,
        @JsonProperty("min_order_size") String minOrderSize,
        @JsonProperty("min_trade_increment") String minTradeIncrement,
        @JsonProperty("price_increment") @Schema(example = "0.01") String priceIncrement,
        @JsonProperty("borrow_status") @Nullable String borrowStatus,
        List<String> attributes) {

    static final String CLASS = "us_equity";

    /**
     * An asset.
     *
     * @param isTradable whether orders on it can be taken now
     */
    static AssetView of(Stock stock, boolean isTradable) {
        return new AssetView(
                Assets.idOf(stock.symbol()),
                CLASS,
                stock.exchange().code(),
                stock.symbol(),
                stock.name(),
                "active",
                isTradable,
                false,
                false,
                false,
                false,
                100,
                "100",
                null,
                "1",
                "1",
                Amounts.format(stock.priceIncrement()),
                null,
                List.of());
    }
}
