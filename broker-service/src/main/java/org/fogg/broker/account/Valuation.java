package org.fogg.broker.account;

import java.math.BigInteger;
import org.fogg.broker.market.LastPrices;
import org.fogg.core.engine.HoldingSnapshot;

/** What holdings are worth at the last prices, exactly. Thread-safe. */
final class Valuation {

    private final LastPrices prices;

    Valuation(LastPrices prices) {
        this.prices = prices;
    }

    /** The last price of a stock in 1/10,000; 0 when there is none yet. */
    long price(int stockId) {
        return prices.price(stockId);
    }

    /** Value in 1/10,000; what has no price yet counts as what it cost. */
    BigInteger value(HoldingSnapshot holding) {
        long price = prices.price(holding.stockId());
        return price == 0
                ? BigInteger.valueOf(holding.cost())
                : BigInteger.valueOf(price).multiply(BigInteger.valueOf(holding.quantity()));
    }

    /** Value of all holdings. */
    BigInteger value(Iterable<HoldingSnapshot> holdings) {
        BigInteger sum = BigInteger.ZERO;
        for (HoldingSnapshot holding : holdings) {
            sum = sum.add(value(holding));
        }
        return sum;
    }
}
