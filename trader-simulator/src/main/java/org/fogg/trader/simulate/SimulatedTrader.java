package org.fogg.trader.simulate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fogg.core.order.Side;

/** A trader, and the orders that are not known to be closed. */
final class SimulatedTrader {

    private final UUID id;
    private final int home;
    private final long rtt;
    private final Map<UUID, SimulatedOrder> open = new LinkedHashMap<>();
    private int orders;

    /**
     * @param rtt round trip to the home brokers, in nanoseconds
     */
    SimulatedTrader(UUID id, int home, long rtt) {
        this.id = id;
        this.home = home;
        this.rtt = rtt;
    }

    UUID id() {
        return id;
    }

    int home() {
        return home;
    }

    long rtt() {
        return rtt;
    }

    /** The trader's own name for the next order. */
    String nextOrderName() {
        return Integer.toString(++orders);
    }

    void opened(SimulatedOrder order) {
        open.put(order.terms().orderId(), order);
    }

    void closed(SimulatedOrder order) {
        open.remove(order.terms().orderId());
    }

    Iterable<SimulatedOrder> openOrders() {
        return open.values();
    }

    /** Shares of a stock that open orders offer. */
    long offered(SimulatedStock stock) {
        long offered = 0;
        for (SimulatedOrder order : open.values()) {
            if (order.stock() == stock && order.terms().side() == Side.SELL) {
                offered += order.terms().quantity();
            }
        }
        return offered;
    }
}
