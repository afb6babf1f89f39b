package org.fogg.core.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.UUID;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/** The rules for orders, with decimal arithmetic that cannot overflow. */
final class NaiveChecks {

    private static final BigInteger MAX_PRICE = BigInteger.TWO.pow(47).subtract(BigInteger.ONE);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private final TradingLimits limits;
    private final NaiveState state;

    NaiveChecks(TradingLimits limits, NaiveState state) {
        this.limits = limits;
        this.state = state;
    }

    BigInteger cap(OrderTerms terms) {
        NaiveState.NaiveStock stock = state.stocks.get(terms.stockId());
        if (terms.limitPrice() != 0) {
            return BigInteger.valueOf(terms.limitPrice());
        }
        long price = terms.type() == OrderType.STOP ? terms.stopPrice() : stock.price;
        boolean buy = terms.side() == Side.BUY;
        BigDecimal factor =
                BigDecimal.ONE.add(BigDecimal.valueOf(buy ? limits.collar() : -limits.collar(), 4));
        BigDecimal increment = BigDecimal.valueOf(stock.increment);
        BigInteger steps =
                BigDecimal.valueOf(price)
                        .multiply(factor)
                        .divide(increment, 0, buy ? RoundingMode.CEILING : RoundingMode.FLOOR)
                        .toBigInteger();
        return steps.max(BigInteger.ONE).multiply(increment.toBigInteger());
    }

    CommandResult form(OrderTerms terms, long now) {
        if (terms.quantity() <= 0) {
            return CommandResult.refused(Reason.INVALID_QUANTITY);
        }
        boolean wantsLimit =
                terms.type() == OrderType.LIMIT || terms.type() == OrderType.STOP_LIMIT;
        boolean wantsStop = terms.type() == OrderType.STOP || terms.type() == OrderType.STOP_LIMIT;
        if (!wantsLimit && terms.limitPrice() != 0 || !wantsStop && terms.stopPrice() != 0) {
            return CommandResult.refused(Reason.INVALID_TERMS);
        }
        if (wantsLimit && isBad(terms.limitPrice(), terms.stockId())
                || wantsStop && isBad(terms.stopPrice(), terms.stockId())) {
            return CommandResult.refused(Reason.INVALID_PRICE);
        }
        if (atOnceOnly(terms)) {
            return wantsStop || terms.expiresAt() != 0
                    ? CommandResult.refused(Reason.INVALID_TERMS)
                    : null;
        }
        if (terms.expiresAt() < 0
                || terms.timeInForce() == TimeInForce.DAY && terms.expiresAt() == 0) {
            return CommandResult.refused(Reason.INVALID_TERMS);
        }
        return terms.expiresAt() != 0 && terms.expiresAt() <= now
                ? CommandResult.refused(Reason.EXPIRED)
                : null;
    }

    private boolean isBad(long price, int stockId) {
        return price <= 0
                || BigInteger.valueOf(price).compareTo(MAX_PRICE) > 0
                || price % state.stocks.get(stockId).increment != 0;
    }

    static boolean atOnceOnly(OrderTerms terms) {
        return terms.timeInForce() == TimeInForce.IOC || terms.timeInForce() == TimeInForce.FOK;
    }

    CommandResult limits(OrderTerms terms, BigInteger cap) {
        if (terms.quantity() > limits.maxOrderQuantity()) {
            return CommandResult.refused(
                    Reason.ORDER_QUANTITY_LIMIT, terms.quantity(), limits.maxOrderQuantity());
        }
        BigInteger value = cap.multiply(BigInteger.valueOf(terms.quantity()));
        if (cap.compareTo(MAX_PRICE) > 0 || value.compareTo(MAX_LONG) > 0) {
            return CommandResult.refused(Reason.OVERFLOW);
        }
        if (value.compareTo(BigInteger.valueOf(limits.maxOrderValue())) > 0) {
            return CommandResult.refused(
                    Reason.ORDER_VALUE_LIMIT, value.longValueExact(), limits.maxOrderValue());
        }
        long last = state.stocks.get(terms.stockId()).price;
        long distance =
                Math.max(distance(terms.limitPrice(), last), distance(terms.stopPrice(), last));
        return distance > limits.maxPriceDistance()
                ? CommandResult.refused(
                        Reason.PRICE_DISTANCE_LIMIT, distance, limits.maxPriceDistance())
                : null;
    }

    private static long distance(long price, long last) {
        if (price == 0 || last == 0) {
            return 0;
        }
        return BigDecimal.valueOf(price)
                .subtract(BigDecimal.valueOf(last))
                .abs()
                .multiply(BigDecimal.valueOf(10_000))
                .divide(BigDecimal.valueOf(last), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    CommandResult crowding(OrderTerms terms, long now) {
        int open = state.openOf(terms.traderId()).size();
        if (open >= limits.maxOpenOrders()) {
            return CommandResult.refused(
                    Reason.OPEN_ORDERS_LIMIT, open + 1, limits.maxOpenOrders());
        }
        boolean duplicate =
                state.accounts.get(terms.traderId()).accepted.stream()
                        .anyMatch(
                                d ->
                                        now - d.at() < limits.duplicateWindow()
                                                && saysTheSame(d.terms(), terms));
        return duplicate ? CommandResult.refused(Reason.DUPLICATE_ORDER) : null;
    }

    private static boolean saysTheSame(OrderTerms one, OrderTerms other) {
        return one.stockId() == other.stockId()
                && one.side() == other.side()
                && one.type() == other.type()
                && one.quantity() == other.quantity()
                && one.limitPrice() == other.limitPrice()
                && one.stopPrice() == other.stopPrice();
    }

    CommandResult funds(OrderTerms terms, BigInteger cap, BigInteger freed) {
        UUID trader = terms.traderId();
        if (terms.side() == Side.BUY) {
            BigInteger needed = cap.multiply(BigInteger.valueOf(terms.quantity()));
            BigInteger available = state.availableCash(trader).add(freed);
            return needed.compareTo(available) > 0
                    ? CommandResult.refused(
                            Reason.INSUFFICIENT_CASH,
                            needed.longValueExact(),
                            available.longValueExact())
                    : null;
        }
        long available = state.availableShares(trader, terms.stockId());
        return terms.quantity() > available
                ? CommandResult.refused(Reason.INSUFFICIENT_HOLDING, terms.quantity(), available)
                : null;
    }
}
