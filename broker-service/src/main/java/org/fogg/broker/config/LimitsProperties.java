package org.fogg.broker.config;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import org.fogg.core.engine.TradingLimits;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pre-trade limits. They catch what is surely a mistake, so their defaults are generous.
 *
 * @param maxOrderValue most an order may be worth at its worst price, in USD
 * @param maxOrderQuantity most shares of one order
 * @param maxPriceDistance farthest a limit or stop price may be from the last price, in basis
 *     points of it
 * @param maxOpenOrders most open orders of one account
 * @param collar how far beyond the last price (market) or the stop price (stop) an order may trade,
 *     in basis points
 * @param duplicateWindow within which an equal order of the same account is refused; 0 switches
 *     this off
 */
public record LimitsProperties(
        @DecimalMin("0.01")
                @DecimalMax("100000000000")
                @Digits(integer = 12, fraction = 4)
                @DefaultValue("10000000")
                BigDecimal maxOrderValue,
        @Min(1) @Max(1_000_000_000) @DefaultValue("1000000") long maxOrderQuantity,
        @Min(1) @Max(1_000_000) @DefaultValue("10000") int maxPriceDistance,
        @Min(1) @Max(1_000_000) @DefaultValue("10000") int maxOpenOrders,
        @Min(1) @Max(5_000) @DefaultValue("500") int collar,
        @DefaultValue("0s") Duration duplicateWindow) {

    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    /** Whether the duplicate window is in its range. */
    @AssertTrue(message = "must be from 0s to 1h")
    public boolean isDuplicateWindowInRange() {
        return !duplicateWindow.isNegative() && duplicateWindow.compareTo(LONGEST_WINDOW) <= 0;
    }

    /** The same limits in the core's units. */
    public TradingLimits toTradingLimits() {
        return new TradingLimits(
                maxOrderValue.movePointRight(4).longValueExact(),
                maxOrderQuantity,
                maxPriceDistance,
                maxOpenOrders,
                collar,
                duplicateWindow.toNanos());
    }
}
