package org.fogg.core.routing;

import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Side;

/**
 * Where an order goes. A stock has one place, and everything about it is there: an order goes to
 * the georegion that lists its stock, and a buy takes along the money for its worst price.
 *
 * @param georegion where the order will rest and trade
 * @param isLocal whether that is the trader's home, so that nothing has to travel
 * @param amount the money that goes along, in 1/10,000; 0 for a local order and for a sell
 */
public record Route(String georegion, boolean isLocal, long amount) {

    /**
     * The route of an order.
     *
     * @param home the trader's georegion
     * @param listedIn the georegion that lists the stock
     * @param capPrice the worst price it may trade at, in 1/10,000, 0 or more
     * @throws ArithmeticException when the money does not fit into 64 bits
     */
    public static Route of(OrderTerms terms, String home, String listedIn, long capPrice) {
        if (home.equals(listedIn)) {
            return new Route(home, true, 0);
        }
        long amount = terms.side() == Side.BUY ? Math.multiplyExact(capPrice, terms.quantity()) : 0;
        return new Route(listedIn, false, amount);
    }
}
