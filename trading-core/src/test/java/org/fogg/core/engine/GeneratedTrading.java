package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/** Random but plausible inputs for a pair of engines, with an exchange that fills as it likes. */
final class GeneratedTrading {

    private static final int UNKNOWN_STOCK = 9;

    /** By stock; there is no stock 0. */
    private static final long[] INCREMENTS = {0, 100, 500};

    private final Random random;
    private final EnginePair pair;
    private final List<UUID> traders = new ArrayList<>();
    private final List<OrderTerms> placed = new ArrayList<>();
    private final List<ReplaceTerms> replaced = new ArrayList<>();
    private final List<ExecutionReport> reported = new ArrayList<>();
    private final long[] prices = new long[INCREMENTS.length];
    private final long[] sequences = new long[INCREMENTS.length];
    private long now = 1_000;
    private long token;
    private long executions;

    GeneratedTrading(long seed) {
        random = new Random(seed);
        pair = new EnginePair(limits(), random.nextInt(3) > 0 ? 1_000_000 : 4 + random.nextInt(20));
        for (int stock = 1; stock < INCREMENTS.length; stock++) {
            prices[stock] = INCREMENTS[stock] * (1 + random.nextInt(3_000));
        }
        listAll();
        for (int i = 0; i < 3; i++) {
            UUID traderId = uuid();
            traders.add(traderId);
            pair.openAccount(++token, uuid(), traderId, 1L << (20 + random.nextInt(11)), now);
        }
    }

    EnginePair pair() {
        return pair;
    }

    private TradingLimits limits() {
        return new TradingLimits(
                1L << (20 + random.nextInt(11)),
                1L << (2 + random.nextInt(8)),
                1 + random.nextInt(5_000),
                1 + random.nextInt(20),
                1 + random.nextInt(500),
                random.nextBoolean() ? 0 : random.nextInt(200));
    }

    void step() {
        now += random.nextInt(10);
        int dice = random.nextInt(1_000);
        if (dice < 350) {
            place();
        } else if (dice < 450) {
            cancel();
        } else if (dice < 520) {
            replace();
        } else if (dice < 730) {
            tick();
        } else if (dice < 950) {
            report();
        } else if (dice < 968) {
            pair.onTime(now);
        } else if (dice < 970) {
            pair.retryAtOnce(now);
        } else if (dice < 995) {
            administer();
        } else {
            takeOver();
        }
    }

    private void place() {
        if (!placed.isEmpty() && random.nextInt(20) == 0) {
            OrderTerms again = placed.get(random.nextInt(placed.size()));
            pair.place(++token, random.nextInt(4) == 0 ? spoilt(again) : again, now);
            return;
        }
        OrderTerms terms = terms();
        OrderTerms given = random.nextInt(30) == 0 ? spoilt(terms) : terms;
        placed.add(given);
        pair.place(++token, given, now);
    }

    private OrderTerms terms() {
        int stock = 1 + random.nextInt(INCREMENTS.length - 1);
        OrderType type = OrderType.values()[random.nextInt(4)];
        boolean limit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        boolean stop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        TimeInForce timeInForce =
                stop || random.nextInt(3) > 0
                        ? TimeInForce.values()[random.nextInt(2)]
                        : TimeInForce.values()[random.nextInt(4)];
        boolean rests = timeInForce == TimeInForce.DAY || timeInForce == TimeInForce.GTC;
        boolean ends = timeInForce == TimeInForce.DAY || rests && random.nextBoolean();
        return new OrderTerms(
                uuid(),
                anyTrader(),
                "c" + random.nextInt(1_000_000),
                stock,
                Side.values()[random.nextInt(2)],
                type,
                timeInForce,
                1 + random.nextInt(random.nextInt(10) == 0 ? 500 : 20),
                limit ? nearby(stock) : 0,
                stop ? nearby(stock) : 0,
                ends ? now + random.nextInt(3_000) : 0);
    }

    private OrderTerms spoilt(OrderTerms t) {
        int field = random.nextInt(8);
        long odd = odd();
        return new OrderTerms(
                t.orderId(),
                field == 0 ? uuid() : t.traderId(),
                field == 1 ? "other" : t.clientOrderId(),
                field == 2 ? UNKNOWN_STOCK : t.stockId(),
                t.side(),
                field == 3 ? OrderType.values()[random.nextInt(4)] : t.type(),
                field == 4 ? TimeInForce.values()[random.nextInt(4)] : t.timeInForce(),
                field == 5 ? odd : t.quantity(),
                field == 6 ? odd : t.limitPrice(),
                t.stopPrice(),
                field == 7 ? random.nextInt(3_000) - 10 : t.expiresAt());
    }

    private void cancel() {
        OrderTerms order = anyOrder();
        if (order != null) {
            UUID trader = random.nextInt(30) == 0 ? anyTrader() : order.traderId();
            pair.cancel(++token, trader, order.orderId(), now);
        }
    }

    private void replace() {
        OrderTerms order = anyOrder();
        if (order == null) {
            return;
        }
        if (!replaced.isEmpty() && random.nextInt(20) == 0) {
            pair.replace(++token, replaced.get(random.nextInt(replaced.size())), now);
            return;
        }
        boolean moves = random.nextInt(3) == 0;
        ReplaceTerms change =
                new ReplaceTerms(
                        random.nextInt(30) == 0 ? anyTrader() : order.traderId(),
                        order.orderId(),
                        random.nextInt(30) == 0 ? anyOrder().orderId() : uuid(),
                        "r" + random.nextInt(1_000_000),
                        random.nextBoolean() ? 0 : 1 + random.nextInt(20),
                        moves && order.limitPrice() != 0 ? nearby(order.stockId()) : 0,
                        moves && order.stopPrice() != 0 ? nearby(order.stockId()) : 0,
                        random.nextInt(5) == 0 ? TimeInForce.values()[random.nextInt(4)] : null,
                        random.nextInt(5) == 0 ? now + random.nextInt(3_000) : 0);
        replaced.add(change);
        pair.replace(++token, change, now);
    }

    private void tick() {
        int stock = 1 + random.nextInt(INCREMENTS.length - 1);
        int dice = random.nextInt(20);
        if (dice == 0) {
            long sequence = Math.max(0, sequences[stock] - random.nextInt(3));
            pair.onTick(stock, sequence, nearby(stock), now, now);
        } else if (dice == 1) {
            pair.onTick(UNKNOWN_STOCK, 1, 1_000, now, now);
        } else if (dice == 2) {
            pair.onTick(stock, sequences[stock] + 1, -random.nextInt(3), now, now);
        } else {
            prices[stock] = dice < 6 ? nearby(stock) : step(stock);
            sequences[stock] += 1 + random.nextInt(2);
            if (dice > 8) {
                pair.onTick(stock, sequences[stock], prices[stock], now - 5, now);
            }
        }
    }

    private void report() {
        if (!reported.isEmpty() && random.nextInt(10) == 0) {
            pair.onReport(reported.get(random.nextInt(reported.size())), now);
        } else if (!pair.outstanding.isEmpty()) {
            int which = random.nextInt(pair.outstanding.size());
            ExecutionRequest request = pair.outstanding.remove(which);
            int dice = random.nextInt(10);
            Outcome outcome = dice < 6 ? Outcome.FILLED : Outcome.values()[random.nextInt(4)];
            ExecutionReport report = outcome(request, outcome);
            reported.add(report);
            pair.onReport(report, now);
        }
    }

    private ExecutionReport outcome(ExecutionRequest request, Outcome outcome) {
        int stock = request.terms().stockId();
        boolean filled = outcome == Outcome.FILLED;
        boolean whole = request.allOrNone() || random.nextInt(3) > 0;
        long better = random.nextInt(3) * INCREMENTS[stock];
        boolean buy = request.terms().side() == Side.BUY;
        long price = request.boundPrice() + (buy ? -better : better);
        long quantity = request.quantity();
        return new ExecutionReport(
                request.terms(),
                request.epoch(),
                request.attempt(),
                outcome,
                1,
                filled ? ++executions : 0,
                !filled ? 0 : whole ? quantity : 1 + random.nextLong(quantity),
                filled ? Math.max(price, INCREMENTS[stock]) : 0,
                request.boundPrice(),
                sequences[stock]);
    }

    private void administer() {
        int dice = random.nextInt(10);
        UUID trader = random.nextInt(20) == 0 ? uuid() : anyTrader();
        if (dice < 3) {
            pair.deposit(++token, uuid(), trader, odd(), now);
        } else if (dice < 5) {
            pair.deposit(++token, new UUID(7, 7), trader, 1 + random.nextInt(100_000_000), now);
        } else if (dice < 6) {
            pair.openAccount(++token, uuid(), trader, random.nextInt(100_000_000), now);
        } else if (dice < 9) {
            pair.halt(++token, trader, random.nextInt(6) == 0, now);
        } else {
            pair.halt(++token, null, random.nextInt(6) == 0, now);
        }
    }

    /** The next owner hears of what the exchange has done for the former one. */
    private void takeOver() {
        List<ExecutionRequest> lost = List.copyOf(pair.outstanding);
        pair.restart();
        listAll();
        for (ExecutionRequest request : lost) {
            int dice = random.nextInt(4);
            if (dice > 0) {
                Outcome outcome = dice < 3 ? Outcome.FILLED : Outcome.VOIDED;
                ExecutionReport report = outcome(request, outcome);
                reported.add(report);
                pair.onReport(report, now);
            }
        }
    }

    private void listAll() {
        for (int stock = 1; stock < INCREMENTS.length; stock++) {
            pair.list(stock, INCREMENTS[stock]);
        }
    }

    /** Mostly an open one. */
    private OrderTerms anyOrder() {
        List<NaiveOrder> open = pair.state.open();
        if (!open.isEmpty() && random.nextInt(4) > 0) {
            return open.get(random.nextInt(open.size())).terms;
        }
        int recent = Math.min(placed.size(), 40);
        return placed.isEmpty() ? null : placed.get(placed.size() - 1 - random.nextInt(recent));
    }

    private UUID anyTrader() {
        return traders.get(random.nextInt(traders.size()));
    }

    private long nearby(int anyStock) {
        int stock = Math.min(anyStock, INCREMENTS.length - 1);
        long increment = INCREMENTS[stock];
        long steps = prices[stock] / increment;
        long spread = Math.max(2, steps / 20);
        return Math.max(1, steps - spread + random.nextLong(2 * spread)) * increment;
    }

    private long step(int stock) {
        return Math.max(1, prices[stock] / INCREMENTS[stock] - 1 + random.nextInt(3))
                * INCREMENTS[stock];
    }

    private long odd() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> Long.MIN_VALUE;
            case 4 -> (1L << 47) + 100 * random.nextInt(100);
            default -> random.nextInt(100_000);
        };
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
