package org.fogg.trader.simulate;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.EngineListener;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.engine.ExecutionRequest;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.engine.TradingLimits;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.order.Reason;
import org.fogg.trader.simulate.Layout.ListedStock;
import org.jspecify.annotations.Nullable;

/** The brokers of one georegion that own accounts and orders: the trading core and its messages. */
final class Owner implements EngineListener, TickLane.Receiver {

    private static final long UNIT = 10_000;

    /** The widest collar that the core allows: a market order trades at the current price. */
    private static final TradingLimits LIMITS =
            new TradingLimits(10_000_000 * UNIT, 100_000_000, 10_000, 10_000, 5_000, 0);

    private final int georegion;
    private final VirtualWorld world;
    private final ShardEngine engine = new ShardEngine(LIMITS, this);
    private final Map<Integer, SimulatedStock> stocks = new HashMap<>();
    private final Map<UUID, SimulatedOrder> orders = new HashMap<>();
    private final long[] lastPublishedAt;
    private final long[] lastPrice;
    private @Nullable SimulatedOrder arriving;
    private long now;
    private long token;

    Owner(int georegion, VirtualWorld world) {
        this.georegion = georegion;
        this.world = world;
        this.lastPublishedAt = new long[world.stocks().size()];
        this.lastPrice = new long[world.stocks().size()];
        for (SimulatedStock each : world.stocks()) {
            ListedStock listed = world.layout().stocks().get(each.number());
            int exchangeId = world.layout().exchanges().get(listed.exchange()).listing().id();
            engine.list(listed.id(), exchangeId, listed.listing().increment());
            stocks.put(listed.id(), each);
        }
        engine.beginEpoch(1);
    }

    /** Opens an account with cash in 1/10,000. */
    void open(SimulatedTrader trader, long cash, long at) {
        engine.openAccount(++token, trader.id(), trader.id(), cash, at);
    }

    /** Cash that no open order holds back, in 1/10,000. */
    long freeCash(SimulatedTrader trader) {
        AccountSnapshot account = engine.account(trader.id());
        return account == null ? 0 : account.cash() - account.reserved();
    }

    /** Shares held. */
    long holding(SimulatedTrader trader, SimulatedStock stock) {
        HoldingSnapshot holding = engine.holding(trader.id(), stock.id());
        return holding == null ? 0 : holding.quantity();
    }

    @Override
    public void onTick(int stock, long sequence, long price, long publishedAt, long at) {
        now = at;
        lastPublishedAt[stock] = publishedAt;
        lastPrice[stock] = price;
        engine.onTick(world.stocks().get(stock).id(), sequence, price, publishedAt, at);
    }

    /** An order arrives and, unless it is refused, comes into force. */
    void place(SimulatedOrder order, long at) {
        now = at;
        orders.put(order.terms().orderId(), order);
        arriving = order;
        engine.place(++token, order.terms(), at);
        arriving = null;
    }

    void cancel(SimulatedOrder order, long at) {
        now = at;
        engine.cancel(++token, order.trader().id(), order.terms().orderId(), at);
    }

    /** The exchange's answer arrives. */
    void report(ExecutionReport report, long at) {
        now = at;
        engine.onReport(report, at);
    }

    long stateHash() {
        return engine.stateHash();
    }

    @Override
    public void execute(ExecutionRequest request) {
        SimulatedOrder order = orders.get(request.terms().orderId());
        if (order == null) {
            throw new IllegalStateException("An order that never arrived: " + request);
        }
        int stock = order.stock().number();
        if (order == arriving && !order.isMarket()) {
            order.conditionMet(now, order.stock().price(), true);
        } else if (!order.isMarket()) {
            order.conditionMet(lastPublishedAt[stock], lastPrice[stock], false);
        }
        long arrival = now + world.routes().claim(georegion) + toExchange(order);
        world.events().schedule(arrival, () -> trade(order, request, arrival));
    }

    /** The exchange's part: the whole order at the current price, or a refusal. */
    private void trade(SimulatedOrder order, ExecutionRequest request, long at) {
        SimulatedStock stock = order.stock();
        boolean filled = stock.isWithin(request.terms().side(), request.boundPrice());
        ExecutionReport report =
                new ExecutionReport(
                        request.terms(),
                        request.epoch(),
                        request.attempt(),
                        filled ? Outcome.FILLED : Outcome.REFUSED,
                        world.layout().exchanges().get(stock.exchange()).listing().id(),
                        filled ? stock.nextExecution() : 0,
                        filled ? request.quantity() : 0,
                        filled ? stock.price() : 0,
                        request.boundPrice(),
                        stock.sequence());
        long arrival = at + toExchange(order);
        world.events().schedule(arrival, () -> report(report, arrival));
    }

    private long toExchange(SimulatedOrder order) {
        return world.routes()
                .exchange(georegion, world.layout().exchanges().get(order.stock().exchange()));
    }

    @Override
    public void decided(Decision decision) {
        if (decision instanceof Decision.OrderTraded traded) {
            trade(traded);
        } else if (decision instanceof Decision.OrderClosed closed) {
            close(closed.orderId());
        }
    }

    private void trade(Decision.OrderTraded traded) {
        SimulatedOrder order = close(traded.orderId());
        if (order == null) {
            throw new IllegalStateException("A trade of an order that never arrived: " + traded);
        }
        long known = traded.at() + world.routes().record(georegion);
        if (order.isMarket()) {
            known += world.routes().answer(order.trader(), georegion);
        }
        world.tallies()
                .traded(
                        new SimulatedTrade(
                                order.kind(),
                                order.trader().home(),
                                traded.side(),
                                order.isAtOnce(),
                                known - order.decidedAt(),
                                order.decidedPrice(),
                                traded.price(),
                                traded.quantity()));
    }

    /** Every execution is of the whole order, so a trade closes it too. */
    private @Nullable SimulatedOrder close(UUID orderId) {
        SimulatedOrder order = orders.remove(orderId);
        if (order != null) {
            order.trader().closed(order);
        }
        return order;
    }

    @Override
    public void answered(long number, CommandResult result) {
        SimulatedOrder order = arriving;
        if (order != null && result.reason() != Reason.NONE) {
            world.tallies().refused(order);
            close(order.terms().orderId());
        }
    }

    @Override
    public void send(TransferRequest request) {
        throw unmoved(request.toString());
    }

    @Override
    public void recall(TransferRequest request) {
        throw unmoved(request.toString());
    }

    @Override
    public void transferred(long command, TransferOutcome outcome) {
        throw unmoved(outcome.toString());
    }

    /** Each trader has money in every georegion, and no command here moves it. */
    private static IllegalStateException unmoved(String what) {
        return new IllegalStateException("Money moved between georegions: " + what);
    }
}
