package org.fogg.trader.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fogg.ticker.price.PriceSource;

/**
 * The clockwork: prices change at the exchanges, ticks and messages travel, and everything happens
 * in order of its time.
 */
final class VirtualWorld {

    /** When it begins, in nanoseconds since the Unix epoch; any time after it would do. */
    static final long BEGINNING = 86_400_000_000_000L;

    private final Layout layout;
    private final Routes routes;
    private final PriceSource prices;
    private final Tallies tallies;
    private final EventQueue events = new EventQueue();
    private final TickLanes lanes;
    private final List<SimulatedStock> stocks = new ArrayList<>();
    private final List<Owner> owners = new ArrayList<>();
    private long published;

    VirtualWorld(
            Layout layout, Routes routes, PriceSource prices, Consumer<SimulatedTrade> listener) {
        this.layout = layout;
        this.routes = routes;
        this.prices = prices;
        this.tallies = new Tallies(layout.georegions().size(), listener);
        this.lanes = new TickLanes(layout.exchanges().size());
        for (int i = 0; i < layout.stocks().size(); i++) {
            stocks.add(new SimulatedStock(i, layout.stocks().get(i)));
        }
        for (int i = 0; i < layout.georegions().size(); i++) {
            owners.add(new Owner(i, this));
        }
        for (int i = 0; i < layout.exchanges().size(); i++) {
            addLanes(i);
        }
        openMarkets();
    }

    /** Ticks go to the statistics of their own georegion, and to every owner of orders on them. */
    private void addLanes(int number) {
        Layout.Exchange exchange = layout.exchanges().get(number);
        for (int georegion = 0; georegion < owners.size(); georegion++) {
            boolean local = georegion == exchange.georegion();
            boolean owns = isOwner(georegion, exchange.georegion());
            Owner owner = owners.get(georegion);
            if (local || owns) {
                lanes.add(
                        number,
                        new TickLane(
                                routes.exchange(georegion, exchange),
                                (stock, sequence, price, publishedAt, now) -> {
                                    if (local) {
                                        stocks.get(stock).statistics().onTick(price, publishedAt);
                                    }
                                    if (owns) {
                                        owner.onTick(stock, sequence, price, publishedAt, now);
                                    }
                                }));
            }
        }
    }

    private boolean isOwner(int georegion, int stockGeoregion) {
        for (int home = 0; home < layout.georegions().size(); home++) {
            if (routes.owner(home, stockGeoregion) == georegion) {
                return true;
            }
        }
        return false;
    }

    /** Everybody knows the opening prices. */
    private void openMarkets() {
        for (SimulatedStock stock : stocks) {
            long sequence = stock.change(stock.price());
            stock.statistics().onTick(stock.price(), BEGINNING);
            for (Owner owner : owners) {
                owner.onTick(stock.number(), sequence, stock.price(), BEGINNING, BEGINNING);
            }
        }
        prices.advance();
    }

    /** Lets everything happen that is due before a time. */
    void runUntil(long end) {
        while (true) {
            long tickAt = BEGINNING + prices.dueAt();
            long arrivalAt = lanes.nextAt();
            long eventAt = events.nextAt();
            if (Math.min(tickAt, Math.min(arrivalAt, eventAt)) >= end) {
                return;
            }
            if (tickAt <= arrivalAt && tickAt <= eventAt) {
                publish(tickAt);
            } else if (arrivalAt <= eventAt) {
                lanes.deliverNext();
            } else {
                events.runNext();
            }
        }
    }

    private void publish(long at) {
        SimulatedStock stock = stocks.get(prices.stock());
        long price = prices.price();
        long sequence = stock.change(price);
        lanes.publish(stock.exchange(), stock.number(), sequence, price, at);
        published++;
        prices.advance();
    }

    Layout layout() {
        return layout;
    }

    Routes routes() {
        return routes;
    }

    EventQueue events() {
        return events;
    }

    Tallies tallies() {
        return tallies;
    }

    List<SimulatedStock> stocks() {
        return stocks;
    }

    /** The brokers of a georegion. */
    Owner owner(int georegion) {
        return owners.get(georegion);
    }

    /** Price changes at the exchanges so far. */
    long ticksPublished() {
        return published;
    }

    /** Messages that arrived so far, ticks included. */
    long messages() {
        return lanes.delivered() + events.count();
    }

    /** The same for the same inputs: all accounts, holdings and orders, and all prices. */
    long stateHash() {
        long hash = 1;
        for (Owner owner : owners) {
            hash = hash * 31 + owner.stateHash();
        }
        for (SimulatedStock stock : stocks) {
            hash = (hash * 31 + stock.price()) * 31 + stock.sequence();
        }
        return hash;
    }
}
