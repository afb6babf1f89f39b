package org.fogg.trader.simulate.report;

import org.fogg.trader.simulate.OrderKind;
import org.fogg.trader.simulate.SimulationResult;
import org.fogg.trader.simulate.SimulationSettings;
import org.fogg.trader.simulate.Trips;

/** What the page says in words. */
final class ReportText {

    private ReportText() {}

    static String name(OrderKind kind) {
        return switch (kind) {
            case MARKET -> "Market, abroad";
            case MARKET_HOME -> "Market, home";
            case LIMIT -> "Limit";
            case STOP -> "Stop";
        };
    }

    /** The trips, leg by leg. */
    static String trips(SimulationSettings settings) {
        return settings.trips() == Trips.PROTOTYPE
                ? """
                <li><b>Market order</b> (prototype's trips): trader \u2192 home broker \u2192 broker beside the
                exchange \u2192 exchange and back for the current price; then the same way for the order. Every broker
                that handles the order first writes it to both data centres of its georegion. It ends when the trader
                knows of the trade.</li>
                <li><b>Limit and stop order</b>: the ticker comes from the exchange to the broker that holds the order,
                which writes its claim to both data centres and sends the order to the exchange; it ends when that
                broker has the exchange's report.</li>
                """
                : """
                <li><b>Market order</b> (Fogg's trips): trader \u2192 home broker, which journals the money in its home
                data centre \u2192 owner beside the exchange \u2192 exchange and back, an append in the home data
                centre, and the answer to the trader.</li>
                <li><b>Limit and stop order</b>: the ticker comes from the exchange to the owner, which sends the order
                at once, and appends the exchange's report in its home data centre; there it ends.</li>
                """;
    }

    /** What was assumed, and which figure depends on it. */
    static String assumptions(SimulationSettings settings) {
        return """
                <li><b>Distances</b> come from the world file and nowhere else: a published sample of round trips between
                AWS regions; estimates between exchanges and data centres; assumed distances of traders. They are means:
                there is no jitter, no queue and no processing time, so real latencies have longer tails.</li>
                <li><b>Volatility</b> is %d times what the file lists. Each stock changes its price once a second on
                average, and a step of the walk stands for a minute of trading: it keeps its direction nine times in ten.
                The losses are in proportion to this; at the listed volatility they are about 1/%d of those above.</li>
                <li><b>Traders follow the trend</b>: they buy what rises and sell what falls, so the price they chase goes
                on moving away from them. Traders who do the opposite would gain what these lose.</li>
                <li><b>A limit order's loss is often below 0</b>: it waits for a price that comes towards it and still goes
                on while the order travels, and its limit refuses the rest. A stop order is the opposite.</li>
                <li><b>Decision</b> is, for a market order, when the trader sends it; for the others, when the exchange
                publishes the tick that meets their condition, or when they come into force if it is met by then.</li>
                <li><b>Exchanges</b> are always open and trade the whole order at the current price. The broker's collar is
                as wide as it can be (50%%), so that no market order is refused.</li>
                <li>Each trader has $1,000,000 for every georegion, places an order in about every 100th round, and cancels
                what waits for ten minutes. Moving money between georegions is not simulated.</li>
                <li><b>Loss</b>: %s.</li>
                """
                .formatted(
                        settings.volatility(),
                        settings.volatility(),
                        Html.escape(SimulationResult.FORMULA));
    }
}
