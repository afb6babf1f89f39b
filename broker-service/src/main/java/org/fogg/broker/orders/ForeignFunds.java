package org.fogg.broker.orders;

import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.market.LastPrices;
import org.fogg.broker.market.Stock;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Refusals;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.TradingLimits;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;

/**
 * How much money an order takes along to another georegion: what it may cost at its worst price,
 * which the shard there reserves. Refuses here what would be refused there for the order's size or
 * price, before any money leaves. Thread-safe.
 */
final class ForeignFunds {

    private static final long WHOLE = 10_000;

    /** For what the price may move on the way there, in basis points. */
    private static final long MARGIN = 100;

    private final LastPrices prices;
    private final TradingLimits limits;

    /**
     * @param prices also of other georegions, as far as they are known here
     * @param limits the same in every georegion, so that both sides say the same
     */
    ForeignFunds(LastPrices prices, TradingLimits limits) {
        this.prices = prices;
        this.limits = limits;
    }

    /**
     * The amount in 1/10,000; 0 for a sale.
     *
     * @throws ApiException when the order breaks a limit, or needs a price that is not known
     */
    long amount(OrderTerms terms, Stock stock) {
        requireWithin(
                Reason.ORDER_QUANTITY_LIMIT, terms.quantity(), limits.maxOrderQuantity(), stock);
        long last = prices.price(stock.id());
        long given = Math.max(terms.limitPrice(), terms.stopPrice());
        if (given == 0 && last == 0) {
            throw refusal(Reason.NO_PRICE, 0, 0, stock);
        }
        if (given != 0 && last != 0) {
            requireWithin(
                    Reason.PRICE_DISTANCE_LIMIT,
                    Math.max(distance(terms.limitPrice(), last), distance(terms.stopPrice(), last)),
                    limits.maxPriceDistance(),
                    stock);
        }
        long value = value(worst(terms, stock, last), terms.quantity(), stock);
        requireWithin(Reason.ORDER_VALUE_LIMIT, value, limits.maxOrderValue(), stock);
        if (terms.side() == Side.SELL) {
            return 0;
        }
        return given == 0
                ? value(worst(terms, stock, moved(last, MARGIN)), terms.quantity(), stock)
                : value;
    }

    /** As the shard there has it, with this last price. */
    private long worst(OrderTerms terms, Stock stock, long last) {
        return switch (terms.type()) {
            case LIMIT, STOP_LIMIT -> terms.limitPrice();
            case STOP -> collared(terms.side(), terms.stopPrice(), stock);
            case MARKET -> collared(terms.side(), last, stock);
        };
    }

    private long collared(Side side, long price, Stock stock) {
        long increment = stock.priceIncrement();
        if (side == Side.SELL) {
            long step = WHOLE * increment;
            return Math.max(price * (WHOLE - limits.collar()) / step, 1) * increment;
        }
        long worst = moved(price, limits.collar());
        return (worst / increment + (worst % increment == 0 ? 0 : 1)) * increment;
    }

    /** Rounded up; a price has at most 11 digits, so this fits. */
    private static long moved(long price, long basisPoints) {
        long worst = price * (WHOLE + basisPoints);
        return worst / WHOLE + (worst % WHOLE == 0 ? 0 : 1);
    }

    /** In basis points, rounded up; 0 where there is nothing to compare. */
    private static long distance(long price, long last) {
        if (price == 0) {
            return 0;
        }
        long difference = Math.abs(price - last) * WHOLE;
        return difference / last + (difference % last == 0 ? 0 : 1);
    }

    private static long value(long price, long quantity, Stock stock) {
        if (Math.multiplyHigh(price, quantity) != 0 || price * quantity < 0) {
            throw refusal(Reason.OVERFLOW, 0, 0, stock);
        }
        return price * quantity;
    }

    private static void requireWithin(Reason reason, long requested, long most, Stock stock) {
        if (requested > most) {
            throw refusal(reason, requested, most, stock);
        }
    }

    private static ApiException refusal(
            Reason reason, long requested, long available, Stock stock) {
        var answer = new CommandAnswer(Ids.NONE, reason, requested, available, null, 0);
        return new ApiException(Refusals.of(answer, stock.symbol()));
    }
}
