package org.fogg.trader.bench.mix;

/**
 * An order as a trader wants it. Prices in 1/10,000, 0 where the type has none.
 *
 * @param type {@link Operation#MARKET}, {@link Operation#LIMIT} or {@link Operation#STOP}
 * @param quantity whole shares, above 0
 */
public record OrderForm(
        Operation type, Stock stock, boolean isBuy, long quantity, long limit, long stop) {

    /** A market order. */
    public static OrderForm market(Stock stock, boolean isBuy, long quantity) {
        return new OrderForm(Operation.MARKET, stock, isBuy, quantity, 0, 0);
    }

    /** Its side in the API's words. */
    public String side() {
        return isBuy ? "buy" : "sell";
    }

    /** Its time in force in the API's words: a resting order has time to be reached. */
    public String timeInForce() {
        return type == Operation.MARKET ? "day" : "gtc";
    }

    /** The same order at a price one increment higher; a market order as it is. */
    public OrderForm oneIncrementAway() {
        return new OrderForm(
                type,
                stock,
                isBuy,
                quantity,
                limit == 0 ? 0 : limit + stock.increment(),
                stop == 0 ? 0 : stop + stock.increment());
    }

    /** More than a share may cost: a market or stop order reserves what it costs at worst. */
    long atMost() {
        return worth() / 10 * 11;
    }

    /** The price that its value is reckoned with. */
    long worth() {
        return Math.max(stock.price(), Math.max(limit, stop));
    }
}
