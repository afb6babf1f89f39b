package org.fogg.broker.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.Times;
import org.fogg.core.engine.AccountSnapshot;
import org.jspecify.annotations.Nullable;

/** An account as clients see it: a cash account, so what is about margin is zero or false. */
@Schema(name = "Account")
record AccountView(
        UUID id,
        @JsonProperty("account_number") String accountNumber,
        @Schema(allowableValues = "ACTIVE") String status,
        @JsonProperty("crypto_status") @Nullable String cryptoStatus,
        @Schema(example = "USD") String currency,
        @Schema(
                        description =
                                "All cash anywhere, with what open buys reserve and what is on its way",
                        example = "100000.00")
                String cash,
        @JsonProperty("portfolio_value") String portfolioValue,
        @Schema(description = "Cash and holdings at the last prices") String equity,
        @JsonProperty("last_equity") @Nullable String lastEquity,
        @Schema(description = "Cash here without what open buys reserve")
                @JsonProperty("buying_power")
                String buyingPower,
        @JsonProperty("regt_buying_power") String regtBuyingPower,
        @JsonProperty("daytrading_buying_power") String daytradingBuyingPower,
        @JsonProperty("non_marginable_buying_power") String nonMarginableBuyingPower,
        @JsonProperty("options_buying_power") String optionsBuyingPower,
        @JsonProperty("initial_margin") String initialMargin,
        @JsonProperty("maintenance_margin") String maintenanceMargin,
        @JsonProperty("last_maintenance_margin") String lastMaintenanceMargin,
        @JsonProperty("long_market_value") String longMarketValue,
        @JsonProperty("short_market_value") String shortMarketValue,
        String multiplier,
        String sma,
        @JsonProperty("accrued_fees") String accruedFees,
        @JsonProperty("pending_transfer_in") String pendingTransferIn,
        @JsonProperty("pending_transfer_out") String pendingTransferOut,
        @JsonProperty("pending_reg_taf_fees") String pendingRegTafFees,
        @JsonProperty("daytrade_count") int daytradeCount,
        @JsonProperty("pattern_day_trader") boolean patternDayTrader,
        @JsonProperty("shorting_enabled") boolean shortingEnabled,
        @Schema(description = "Whether the account's kill switch is on")
                @JsonProperty("trading_blocked")
                boolean tradingBlocked,
        @JsonProperty("transfers_blocked") boolean transfersBlocked,
        @JsonProperty("account_blocked") boolean accountBlocked,
        @JsonProperty("trade_suspended_by_user") boolean tradeSuspendedByUser,
        @JsonProperty("balance_asof") @Nullable String balanceAsof,
        @JsonProperty("intraday_adjustments") String intradayAdjustments,
        @JsonProperty("options_approved_level") int optionsApprovedLevel,
        @JsonProperty("options_trading_level") int optionsTradingLevel,
        @Schema(description = "What open buys hold back; Fogg's own field") String reserved,
        @Schema(description = "Fogg's own field") @JsonProperty("open_orders") int openOrders,
        @Schema(
                        description =
                                "Cash on its way to other georegions, part of cash; Fogg's own"
                                        + " field")
                @JsonProperty("in_transit")
                String inTransit,
        @Schema(description = "What is in other georegions, part of the sums; Fogg's own field")
                List<Part> abroad,
        @JsonProperty("created_at") @Nullable String createdAt) {

    private static final String ZERO = "0.00";

    /** Cash in another georegion. */
    @Schema(name = "AccountPart")
    record Part(
            String georegion,
            String cash,
            @Schema(description = "The time that it is true for") @JsonProperty("as_of")
                    @Nullable String asOf) {

        private static Part of(ForeignCash part) {
            return new Part(part.georegion(), Amounts.format(part.cash()), Times.format(part.at()));
        }
    }

    /**
     * The whole world as it is known at home.
     *
     * @param holdings value of the holdings everywhere
     * @param inTransit in 1/10,000
     */
    static AccountView of(
            AccountSnapshot account,
            BigInteger holdings,
            long inTransit,
            List<ForeignCash> abroad) {
        long elsewhere = inTransit + abroad.stream().mapToLong(ForeignCash::cash).sum();
        BigInteger cash = BigInteger.valueOf(account.cash()).add(BigInteger.valueOf(elsewhere));
        String equity = Amounts.format(holdings.add(cash));
        String free = Amounts.format(account.cash() - account.reserved());
        return new AccountView(
                account.traderId(),
                account.traderId().toString(),
                "ACTIVE",
                null,
                "USD",
                Amounts.format(cash),
                equity,
                equity,
                null,
                free,
                free,
                ZERO,
                free,
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                Amounts.format(holdings),
                ZERO,
                "1",
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                0,
                false,
                false,
                account.halted(),
                false,
                false,
                false,
                null,
                ZERO,
                0,
                0,
                Amounts.format(account.reserved()),
                account.openOrders(),
                Amounts.format(inTransit),
                abroad.stream().map(Part::of).toList(),
                Times.format(account.createdAt()));
    }
}
