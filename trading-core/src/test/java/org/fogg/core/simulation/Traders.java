package org.fogg.core.simulation;

import static org.fogg.core.simulation.Market.INCREMENT;
import static org.fogg.core.simulation.Market.START;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.owner.OwnerCommand;

/** Clients, who order, change their minds, and ask again when no answer comes. */
final class Traders {

    private static final long CASH = 10_000 * START / 100;

    private final Region region;
    private final VirtualTime time;
    private final Random random;
    private final boolean halting;
    private final List<UUID> traders = new ArrayList<>();
    private final List<OrderTerms> placed = new ArrayList<>();
    private final List<TransferTerms> sent = new ArrayList<>();
    private final Set<OrderTerms> unanswered = new LinkedHashSet<>();

    Traders(Region region, VirtualTime time, int count) {
        this.region = region;
        this.time = time;
        random = time.random();
        halting = random.nextInt(4) == 0;
        for (int i = 0; i < count; i++) {
            UUID trader = uuid();
            traders.add(trader);
            openAccount(trader, uuid());
        }
    }

    private void openAccount(UUID trader, UUID commandId) {
        region.command(
                command(
                        0,
                        (engine, token, now) ->
                                engine.openAccount(token, commandId, trader, CASH, now)));
    }

    private static Command command(int stockId, OwnerCommand input) {
        return new Command(stockId, input, result -> {});
    }

    void act() {
        int dice = random.nextInt(100);
        if (region.other() != null && random.nextInt(3) == 0) {
            abroad();
        } else if (dice < 55 || placed.isEmpty()) {
            OrderTerms terms = terms();
            placed.add(terms);
            unanswered.add(terms);
            place(terms);
        } else if (dice < 65) {
            place(any());
        } else if (dice < 80) {
            OrderTerms order = any();
            region.command(
                    command(
                            0,
                            (engine, token, now) ->
                                    engine.cancel(token, order.traderId(), order.orderId(), now)));
        } else if (dice < 92) {
            replace(any());
        } else if (dice < 96 || !halting) {
            UUID id = uuid();
            UUID trader = anyTrader();
            region.command(
                    command(
                            0,
                            (engine, token, now) -> engine.deposit(token, id, trader, START, now)));
        } else {
            boolean halted = random.nextInt(4) == 0;
            UUID trader = random.nextBoolean() ? null : anyTrader();
            region.command(
                    command(0, (engine, token, now) -> engine.halt(token, trader, halted, now)));
        }
    }

    /** A foreign order or cash for the other georegion, a retry, or a change of mind. */
    private void abroad() {
        if (!sent.isEmpty() && random.nextInt(3) == 0) {
            TransferTerms terms = sent.get(random.nextInt(sent.size()));
            if (random.nextBoolean()) {
                region.command(
                        command(
                                0,
                                (engine, token, now) ->
                                        engine.cancelTransfer(
                                                token, terms.traderId(), terms.id(), now)));
            } else {
                transfer(terms);
            }
            return;
        }
        OrderTerms order = random.nextBoolean() ? terms() : null;
        long amount = (order == null ? 1 : 0) + random.nextInt(2 * (int) START);
        TransferTerms terms =
                new TransferTerms(
                        order == null ? uuid() : order.orderId(),
                        order == null ? anyTrader() : order.traderId(),
                        region.other().name(),
                        amount,
                        order);
        sent.add(terms);
        transfer(terms);
    }

    private void transfer(TransferTerms terms) {
        region.command(command(0, (engine, token, now) -> engine.transfer(token, terms, now)));
    }

    private UUID anyTrader() {
        return traders.get(random.nextInt(traders.size()));
    }

    private void place(OrderTerms terms) {
        region.command(
                new Command(
                        terms.stockId(),
                        (engine, token, now) -> engine.place(token, terms, now),
                        result -> unanswered.remove(terms)));
    }

    private void replace(OrderTerms order) {
        boolean moves = random.nextBoolean();
        ReplaceTerms change =
                new ReplaceTerms(
                        order.traderId(),
                        order.orderId(),
                        uuid(),
                        "again",
                        random.nextBoolean() ? 0 : 1 + random.nextInt(10),
                        moves && order.limitPrice() != 0 ? nearby(order.stockId()) : 0,
                        moves && order.stopPrice() != 0 ? nearby(order.stockId()) : 0,
                        null,
                        0);
        region.command(command(0, (engine, token, now) -> engine.replace(token, change, now)));
    }

    /** Asks again for what was never answered; whether there was such. */
    boolean askAgain() {
        List.copyOf(unanswered).forEach(this::place);
        return !unanswered.isEmpty();
    }

    private OrderTerms any() {
        int recent = Math.min(placed.size(), 20);
        return placed.get(placed.size() - 1 - random.nextInt(recent));
    }

    private OrderTerms terms() {
        int stock = 1 + random.nextInt(region.market().exchanges().size());
        OrderType type = OrderType.values()[random.nextInt(4)];
        boolean limit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        boolean stop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        TimeInForce timeInForce = TimeInForce.values()[stop ? 1 : random.nextInt(4)];
        boolean ends =
                timeInForce == TimeInForce.DAY
                        || (timeInForce == TimeInForce.GTC && random.nextBoolean());
        return new OrderTerms(
                uuid(),
                anyTrader(),
                "c" + placed.size(),
                stock,
                Side.values()[random.nextInt(5) < 3 ? 0 : 1],
                type,
                timeInForce,
                1 + random.nextInt(20),
                limit ? nearby(stock) : 0,
                stop ? nearby(stock) : 0,
                ends ? time.now() + 1 + random.nextLong(3 * VirtualTime.SECOND) : 0);
    }

    private long nearby(int stock) {
        long steps = region.market().price(stock) / INCREMENT;
        return Math.max(1, steps - 100 + random.nextInt(200)) * INCREMENT;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
