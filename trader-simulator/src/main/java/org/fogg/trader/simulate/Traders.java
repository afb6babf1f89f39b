package org.fogg.trader.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fogg.contracts.Ids;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.TimeInForce;
import org.fogg.ticker.statistics.Figures;
import org.fogg.world.Georegion;

/** All traders: they look at holdings and statistics, and place and cancel orders. */
final class Traders {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final long UNIT = 10_000;

    /** For each georegion of the world, wherever the account is. */
    private static final long CASH = 1_000_000 * UNIT;

    private static final int ROUNDS_PER_ORDER = 100;
    private static final long ROUND = 1_000_000_000;
    private static final int STOCKS_PER_LOOK = 6;
    private static final long LONGEST_WAIT = 600 * ROUND;

    private final VirtualWorld world;
    private final SplittableRandom random;
    private final OrderChooser chooser;
    private final List<SimulatedTrader> traders = new ArrayList<>();
    private final List<List<SimulatedStock>> stocksByGeoregion = new ArrayList<>();

    Traders(VirtualWorld world, int count, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.chooser = new OrderChooser(random.split());
        int georegions = world.layout().georegions().size();
        for (int i = 0; i < georegions; i++) {
            stocksByGeoregion.add(new ArrayList<>());
        }
        world.stocks().forEach(each -> stocksByGeoregion.get(each.georegion()).add(each));
        for (int i = 0; i < count; i++) {
            int inGeoregion = (count - i % georegions + georegions - 1) / georegions;
            add(i % georegions, i / georegions, inGeoregion);
        }
    }

    /** One of so many traders of a georegion, who are spread evenly over its distances. */
    private void add(int home, int number, int of) {
        Georegion georegion = world.layout().georegions().get(home);
        long nearest = georegion.nearestTraderMicros();
        long range = georegion.farthestTraderMicros() - nearest;
        long micros = of == 1 ? nearest + range / 2 : nearest + range * number / (of - 1);
        SimulatedTrader trader =
                new SimulatedTrader(
                        new UUID(random.nextLong(), random.nextLong()),
                        home,
                        micros * NANOS_PER_MICRO);
        traders.add(trader);
        openAccounts(trader);
    }

    private void openAccounts(SimulatedTrader trader) {
        int georegions = world.layout().georegions().size();
        long[] cash = new long[georegions];
        for (int stockGeoregion = 0; stockGeoregion < georegions; stockGeoregion++) {
            cash[world.routes().owner(trader.home(), stockGeoregion)] += CASH;
        }
        for (int georegion = 0; georegion < georegions; georegion++) {
            if (cash[georegion] > 0) {
                world.owner(georegion).open(trader, cash[georegion], VirtualWorld.BEGINNING);
            }
        }
    }

    /** A round: each trader places an order with a chance of one in a hundred. */
    void playRound(long start) {
        for (int i = 0; i < traders.size(); i++) {
            if (random.nextInt(ROUNDS_PER_ORDER) == 0) {
                SimulatedTrader trader = traders.get(i);
                look(trader, start + random.nextLong(ROUND));
                cancelOld(trader, start);
            }
        }
    }

    /** The look takes its time to go there, and what it saw its time to come back. */
    private void look(SimulatedTrader trader, long at) {
        SimulatedStock first = world.stocks().get(random.nextInt(world.stocks().size()));
        int georegion = first.georegion();
        long there = at + world.routes().look(trader, georegion) / 2;
        world.events().schedule(there, () -> see(trader, first, there));
    }

    private void see(SimulatedTrader trader, SimulatedStock first, long at) {
        int georegion = first.georegion();
        Owner owner = owner(trader, first);
        List<SimulatedStock> all = stocksByGeoregion.get(georegion);
        List<Sight> sights = new ArrayList<>(STOCKS_PER_LOOK);
        SimulatedStock stock = first;
        for (int i = 0; i < STOCKS_PER_LOOK; i++) {
            Figures figures = stock.statistics().figures();
            if (figures != null) {
                sights.add(new Sight(stock, figures, owner.holding(trader, stock)));
            }
            stock = all.get(random.nextInt(all.size()));
        }
        long freeCash = owner.freeCash(trader);
        long back = at + world.routes().look(trader, georegion) / 2;
        world.events().schedule(back, () -> decide(trader, sights, freeCash, back));
    }

    private void decide(SimulatedTrader trader, List<Sight> sights, long freeCash, long at) {
        Choice choice = chooser.choose(trader, sights, freeCash);
        if (choice == null) {
            return;
        }
        SimulatedStock stock = choice.stock();
        boolean foreign = stock.georegion() != trader.home();
        SimulatedOrder order =
                new SimulatedOrder(
                        terms(trader, choice),
                        trader,
                        stock,
                        OrderKind.of(choice.type(), foreign),
                        at,
                        stock.price());
        trader.opened(order);
        world.tallies().ordered(order);
        Owner owner = owner(trader, stock);
        long arrival = at + wayTo(order);
        world.events().schedule(arrival, () -> owner.place(order, arrival));
    }

    private static OrderTerms terms(SimulatedTrader trader, Choice choice) {
        String name = trader.nextOrderName();
        return new OrderTerms(
                Ids.orderId(trader.id(), name),
                trader.id(),
                name,
                choice.stock().id(),
                choice.side(),
                choice.type(),
                TimeInForce.GTC,
                choice.quantity(),
                choice.limit(),
                choice.stop(),
                0);
    }

    private long wayTo(SimulatedOrder order) {
        SimulatedStock stock = order.stock();
        SimulatedTrader trader = order.trader();
        int owner = world.routes().owner(trader.home(), stock.georegion());
        long question =
                order.terms().type() == OrderType.MARKET
                        ? world.routes()
                                .question(trader, world.layout().exchanges().get(stock.exchange()))
                        : 0;
        return question + world.routes().place(trader, owner);
    }

    /** Orders that have been waiting for long. */
    private void cancelOld(SimulatedTrader trader, long at) {
        for (SimulatedOrder order : trader.openOrders()) {
            if (at - order.placedAt() < LONGEST_WAIT) {
                return;
            }
            if (!order.isCanceling()) {
                order.cancel();
                int georegion = world.routes().owner(trader.home(), order.stock().georegion());
                long arrival = at + world.routes().place(trader, georegion);
                Owner owner = world.owner(georegion);
                world.events().schedule(arrival, () -> owner.cancel(order, arrival));
            }
        }
    }

    private Owner owner(SimulatedTrader trader, SimulatedStock stock) {
        return world.owner(world.routes().owner(trader.home(), stock.georegion()));
    }
}
