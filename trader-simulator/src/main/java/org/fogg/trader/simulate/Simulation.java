package org.fogg.trader.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.fogg.ticker.price.PriceSource;
import org.fogg.ticker.price.RandomWalk;
import org.fogg.ticker.price.RandomWalks;
import org.fogg.trader.simulate.Layout.ListedStock;
import org.fogg.world.Atlas;

/** Runs a world in virtual time. */
public final class Simulation {

    private static final long ROUND = 1_000_000_000;
    private static final int PROGRESS_STEPS = 10;

    private Simulation() {}

    /**
     * Runs it; the same settings and world give the same result.
     *
     * @param progress is told now and then how far it is
     * @throws IllegalArgumentException naming the option, where the world cannot be simulated so
     */
    public static SimulationResult run(
            SimulationSettings settings, Atlas atlas, Consumer<String> progress) {
        Layout layout = new Layout(atlas, settings);
        return run(settings, layout, prices(layout, settings), progress, trade -> {});
    }

    /** The same with prices from elsewhere, and told of every trade. */
    static SimulationResult run(
            SimulationSettings settings,
            Layout layout,
            PriceSource prices,
            Consumer<String> progress,
            Consumer<SimulatedTrade> listener) {
        Routes routes = new Routes(layout, settings.placement(), settings.trips());
        VirtualWorld world = new VirtualWorld(layout, routes, prices, listener);
        Traders traders =
                new Traders(world, settings.traders(), new SplittableRandom(settings.seed()));
        long rounds = settings.rounds();
        for (long round = 0; round < rounds; round++) {
            long start = VirtualWorld.BEGINNING + round * ROUND;
            traders.playRound(start);
            world.runUntil(start + ROUND);
            if ((round + 1) * PROGRESS_STEPS / rounds != round * PROGRESS_STEPS / rounds) {
                progress.accept(
                        "simulated %,d of %,d s (%d%%)"
                                .formatted(round + 1, rounds, 100 * (round + 1) / rounds));
            }
        }
        return new SimulationResult(
                settings,
                layout.georegions(),
                layout.exchanges().stream().map(each -> each.listing()).toList(),
                layout.georegions().get(layout.hub()).title(),
                world.tallies().results(),
                world.tallies().marketByHome(),
                world.ticksPublished(),
                world.messages(),
                world.stateHash());
    }

    /** One price change a second of each stock, on average, at random times. */
    private static PriceSource prices(Layout layout, SimulationSettings settings) {
        List<RandomWalk> walks = new ArrayList<>();
        for (ListedStock stock : layout.stocks()) {
            walks.add(
                    new RandomWalk(
                            settings.seed() * 31 + stock.listing().symbol().hashCode(),
                            stock.listing().openingPrice(),
                            stock.listing().increment(),
                            stock.listing().volatility() * settings.volatility()));
        }
        return new RandomWalks(walks, walks.size(), settings.seed());
    }
}
