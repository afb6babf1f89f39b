package org.fogg.trader.simulate;

import org.fogg.trader.simulate.Layout.Exchange;

/**
 * How long the messages of an order take, in nanoseconds: the only place where trips are put
 * together from the distances of the world.
 */
final class Routes {

    private final Layout layout;
    private final Placement placement;
    private final Trips trips;

    Routes(Layout layout, Placement placement, Trips trips) {
        this.layout = layout;
        this.placement = placement;
        this.trips = trips;
    }

    /** The georegion that holds an order. */
    int owner(int home, int stockGeoregion) {
        return switch (placement) {
            case LOCAL -> stockGeoregion;
            case HOME -> home;
            case HUB -> layout.hub();
        };
    }

    /** A look at holdings and statistics, there and back: they are where the stock is. */
    long look(SimulatedTrader trader, int stockGeoregion) {
        return trader.rtt() + layout.wan(trader.home(), stockGeoregion);
    }

    /** What a market order asks before it is sent: the exchange's current price. */
    long question(SimulatedTrader trader, Exchange exchange) {
        return trips == Trips.PROTOTYPE
                ? trader.rtt() + layout.wan(trader.home(), exchange.georegion()) + exchange.rtt()
                : 0;
    }

    /** From the trader to the broker that owns the order. */
    long place(SimulatedTrader trader, int owner) {
        int home = trader.home();
        return trader.rtt() / 2
                + (home == owner ? 0 : forwarding(home) + layout.wan(home, owner) / 2);
    }

    /** What the home broker writes before it sends an order on. */
    private long forwarding(int home) {
        return trips == Trips.PROTOTYPE ? layout.pair(home) : layout.zones(home);
    }

    /** What the owner writes before an attempt leaves. */
    long claim(int owner) {
        return trips == Trips.PROTOTYPE ? layout.pair(owner) : 0;
    }

    /** One way between an owner and an exchange, for tickers, attempts and reports. */
    long exchange(int owner, Exchange exchange) {
        return layout.wan(owner, exchange.georegion()) / 2 + exchange.rtt() / 2;
    }

    /** What the owner writes before anybody is told of a trade. */
    long record(int owner) {
        return trips == Trips.PROTOTYPE ? 0 : layout.zones(owner);
    }

    /** From the owner to the trader. */
    long answer(SimulatedTrader trader, int owner) {
        return layout.wan(trader.home(), owner) / 2 + trader.rtt() / 2;
    }
}
