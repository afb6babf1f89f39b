package org.fogg.core.engine;

import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.trigger.TriggerBook;
import org.jspecify.annotations.Nullable;

/** The rules that an order must keep before it is in force. Each gives a refusal, or null. */
final class Checks {

    private static final long WHOLE = 10_000;

    private final TradingLimits limits;

    Checks(TradingLimits limits) {
        this.limits = limits;
    }

    /** Whether the terms make sense by themselves. */
    static @Nullable CommandResult form(OrderTerms terms, Stock stock, long now) {
        if (terms.quantity() <= 0) {
            return CommandResult.refused(Reason.INVALID_QUANTITY);
        }
        OrderType type = terms.type();
        boolean needsLimit = needsLimit(type);
        boolean needsStop = needsStop(type);
        if ((!needsLimit && terms.limitPrice() != 0) || (!needsStop && terms.stopPrice() != 0)) {
            return CommandResult.refused(Reason.INVALID_TERMS);
        }
        if ((needsLimit && !isPrice(terms.limitPrice(), stock))
                || (needsStop && !isPrice(terms.stopPrice(), stock))) {
            return CommandResult.refused(Reason.INVALID_PRICE);
        }
        return terms.timeInForce().isImmediate()
                ? CommandResult.refusedIf(needsStop || terms.expiresAt() != 0, Reason.INVALID_TERMS)
                : expiry(terms, now);
    }

    private static @Nullable CommandResult expiry(OrderTerms terms, long now) {
        boolean endless = terms.expiresAt() == 0;
        if (terms.expiresAt() < 0 || (endless && terms.timeInForce() == TimeInForce.DAY)) {
            return CommandResult.refused(Reason.INVALID_TERMS);
        }
        return CommandResult.refusedIf(!endless && terms.expiresAt() <= now, Reason.EXPIRED);
    }

    private static boolean isPrice(long price, Stock stock) {
        return isPrice(price) && price % stock.priceIncrement == 0;
    }

    static boolean isPrice(long price) {
        return price > 0 && price <= TriggerBook.MAX_PRICE;
    }

    static boolean needsLimit(OrderType type) {
        return type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
    }

    static boolean needsStop(OrderType type) {
        return type == OrderType.STOP || type == OrderType.STOP_LIMIT;
    }

    /** The limits on a single order, at the worst price it may trade at. */
    @Nullable CommandResult limits(OrderTerms terms, Stock stock, long capPrice) {
        if (terms.quantity() > limits.maxOrderQuantity()) {
            return CommandResult.refused(
                    Reason.ORDER_QUANTITY_LIMIT, terms.quantity(), limits.maxOrderQuantity());
        }
        long value = Amounts.multiply(capPrice, terms.quantity());
        if (value == Amounts.TOO_LARGE || capPrice > TriggerBook.MAX_PRICE) {
            return CommandResult.refused(Reason.OVERFLOW);
        }
        if (value > limits.maxOrderValue()) {
            return CommandResult.refused(Reason.ORDER_VALUE_LIMIT, value, limits.maxOrderValue());
        }
        long distance =
                Math.max(distance(terms.limitPrice(), stock), distance(terms.stopPrice(), stock));
        return distance > limits.maxPriceDistance()
                ? CommandResult.refused(
                        Reason.PRICE_DISTANCE_LIMIT, distance, limits.maxPriceDistance())
                : null;
    }

    /** In basis points of the last price, rounded up; 0 where there is nothing to compare. */
    private static long distance(long price, Stock stock) {
        if (price == 0 || !stock.hasPrice()) {
            return 0;
        }
        long difference = Math.abs(price - stock.lastPrice) * WHOLE;
        return difference / stock.lastPrice + (difference % stock.lastPrice == 0 ? 0 : 1);
    }

    /** The limits on an account's orders taken together. */
    @Nullable CommandResult crowding(OrderTerms terms, Account account, long now) {
        int open = account.openOrders.size() + account.pendingOrders;
        if (open >= limits.maxOpenOrders()) {
            return CommandResult.refused(
                    Reason.OPEN_ORDERS_LIMIT, open + 1, limits.maxOpenOrders());
        }
        boolean duplicate =
                limits.duplicateWindow() > 0
                        && account.recentOrders.contains(terms, now, limits.duplicateWindow());
        return CommandResult.refusedIf(duplicate, Reason.DUPLICATE_ORDER);
    }

    /**
     * Whether the account can pay or deliver.
     *
     * @param freed cash that another order gives back for this one
     */
    static @Nullable CommandResult funds(
            OrderTerms terms, Account account, long capPrice, long freed) {
        if (terms.side() == Side.BUY) {
            long needed = capPrice * terms.quantity();
            long available = account.availableCash() + freed;
            return needed > available
                    ? CommandResult.refused(Reason.INSUFFICIENT_CASH, needed, available)
                    : null;
        }
        long available = account.availableShares(terms.stockId());
        return terms.quantity() > available
                ? CommandResult.refused(Reason.INSUFFICIENT_HOLDING, terms.quantity(), available)
                : null;
    }
}
