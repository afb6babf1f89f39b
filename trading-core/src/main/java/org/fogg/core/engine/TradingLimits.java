package org.fogg.core.engine;

/**
 * Pre-trade limits. An order beyond one is refused before anything is sent.
 *
 * @param maxOrderValue most an order may be worth at its worst price, in 1/10,000, above 0
 * @param maxOrderQuantity most shares of one order, above 0
 * @param maxPriceDistance farthest a limit or stop may be from the last price, in basis points of
 *     it, above 0
 * @param maxOpenOrders most open orders of one account, above 0
 * @param collar how far beyond the last price (market) or the stop price (stop) an order may trade,
 *     in basis points, 1 to 5,000
 * @param duplicateWindow nanoseconds within which an order with the same account, stock, side,
 *     type, quantity and prices counts as a duplicate; 0 switches the check off
 */
public record TradingLimits(
        long maxOrderValue,
        long maxOrderQuantity,
        int maxPriceDistance,
        int maxOpenOrders,
        int collar,
        long duplicateWindow) {

    private static final int MAX_COLLAR = 5_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the limit that is out of its range
     */
    public TradingLimits {
        requireAboveZero("maxOrderValue", maxOrderValue);
        requireAboveZero("maxOrderQuantity", maxOrderQuantity);
        requireAboveZero("maxPriceDistance", maxPriceDistance);
        requireAboveZero("maxOpenOrders", maxOpenOrders);
        requireAboveZero("collar", collar);
        if (collar > MAX_COLLAR) {
            throw new IllegalArgumentException(
                    "collar must be at most " + MAX_COLLAR + " basis points, but is " + collar);
        }
        if (duplicateWindow < 0) {
            throw new IllegalArgumentException(
                    "duplicateWindow must be 0 or more, but is " + duplicateWindow);
        }
    }

    private static void requireAboveZero(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, but is " + value);
        }
    }
}
