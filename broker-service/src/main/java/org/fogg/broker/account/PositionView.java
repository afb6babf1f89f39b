package org.fogg.broker.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.market.StockFigures;
import org.fogg.broker.web.Amounts;
import org.fogg.core.engine.HoldingSnapshot;
import org.jspecify.annotations.Nullable;

/** A position as clients see it; what needs a price is null while there is none. */
@Schema(name = "Position")
record PositionView(
        @JsonProperty("asset_id") UUID assetId,
        String symbol,
        @Schema(example = "XLON") @Nullable String exchange,
        @JsonProperty("asset_class") String assetClass,
        @JsonProperty("asset_marginable") boolean assetMarginable,
        @Schema(description = "Rounded half up at the fourth decimal")
                @JsonProperty("avg_entry_price")
                String avgEntryPrice,
        String qty,
        @JsonProperty("qty_available") String qtyAvailable,
        @Schema(allowableValues = "long") String side,
        @JsonProperty("market_value") @Nullable String marketValue,
        @JsonProperty("cost_basis") String costBasis,
        @JsonProperty("unrealized_pl") @Nullable String unrealizedPl,
        @JsonProperty("unrealized_plpc") @Nullable String unrealizedPlpc,
        @JsonProperty("unrealized_intraday_pl") @Nullable String unrealizedIntradayPl,
        @JsonProperty("unrealized_intraday_plpc") @Nullable String unrealizedIntradayPlpc,
        @JsonProperty("current_price") @Nullable String currentPrice,
        @Schema(description = "First price of today (UTC) that this broker saw")
                @JsonProperty("lastday_price")
                @Nullable String lastdayPrice,
        @Schema(description = "Share of lastday_price") @JsonProperty("change_today")
                @Nullable String changeToday) {

    static PositionView of(
            HoldingSnapshot holding,
            String symbol,
            @Nullable String exchange,
            long price,
            @Nullable StockFigures figures) {
        BigInteger quantity = BigInteger.valueOf(holding.quantity());
        BigInteger cost = BigInteger.valueOf(holding.cost());
        Gain gain = Gain.of(price, cost, quantity);
        long open = figures == null ? 0 : figures.open();
        Gain today =
                open == 0
                        ? Gain.NONE
                        : Gain.of(price, BigInteger.valueOf(open).multiply(quantity), quantity);
        return new PositionView(
                Assets.idOf(symbol),
                symbol,
                exchange,
                "us_equity",
                false,
                Amounts.average(holding.cost(), holding.quantity()),
                Long.toString(holding.quantity()),
                Long.toString(holding.quantity()),
                "long",
                gain.value(),
                Amounts.format(holding.cost()),
                gain.gain(),
                gain.share(),
                today.gain(),
                today.share(),
                price == 0 ? null : Amounts.format(price),
                open == 0 ? null : Amounts.format(open),
                today.share());
    }

    /** A value, and what it gained over a base. */
    private record Gain(@Nullable String value, @Nullable String gain, @Nullable String share) {

        static final Gain NONE = new Gain(null, null, null);

        static Gain of(long price, BigInteger base, BigInteger quantity) {
            if (price == 0) {
                return NONE;
            }
            BigInteger value = BigInteger.valueOf(price).multiply(quantity);
            BigInteger gain = value.subtract(base);
            return new Gain(Amounts.format(value), Amounts.format(gain), Amounts.ratio(gain, base));
        }
    }
}
