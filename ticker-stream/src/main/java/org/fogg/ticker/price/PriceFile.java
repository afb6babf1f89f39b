package org.fogg.ticker.price;

import java.util.List;

/**
 * The prices of a file in time order. Immutable.
 *
 * <p>Equal times of the file form one moment; a replay gives every moment the same share of the
 * run, so that nights and holidays take no time.
 */
public final class PriceFile {

    private final List<String> symbols;
    private final int[] stocks;
    private final long[] prices;
    private final int[] momentStarts;
    private final long[] openings;
    private final int[] volatilities;

    PriceFile(
            List<String> symbols,
            int[] stocks,
            long[] prices,
            int[] momentStarts,
            int[] volatilities) {
        this.symbols = List.copyOf(symbols);
        this.stocks = stocks;
        this.prices = prices;
        this.momentStarts = momentStarts;
        this.volatilities = volatilities;
        this.openings = openings(symbols.size(), stocks, prices);
    }

    private static long[] openings(int count, int[] stocks, long[] prices) {
        long[] openings = new long[count];
        for (int i = prices.length - 1; i >= 0; i--) {
            openings[stocks[i]] = prices[i];
        }
        return openings;
    }

    /** The symbols, in the order of their first appearance in the file. */
    public List<String> symbols() {
        return symbols;
    }

    /** First price of a symbol, in 1/10,000; what it has until its first row is due. */
    public long opening(int stock) {
        return openings[stock];
    }

    /** How much a symbol's price moves: yearly, in basis points, estimated from the file. */
    public int volatility(int stock) {
        return volatilities[stock];
    }

    /** Number of prices. */
    public int size() {
        return prices.length;
    }

    /** Symbol index of price {@code i}. */
    int stock(int i) {
        return stocks[i];
    }

    /** Price {@code i} in 1/10,000. */
    long price(int i) {
        return prices[i];
    }

    /** Number of moments. */
    int moments() {
        return momentStarts.length;
    }

    /** Index of a moment's first price; {@code moment == moments()} gives {@link #size}. */
    int momentStart(int moment) {
        return moment == momentStarts.length ? prices.length : momentStarts[moment];
    }
}
