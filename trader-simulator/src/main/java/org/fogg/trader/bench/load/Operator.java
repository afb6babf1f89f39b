package org.fogg.trader.bench.load;

import java.util.function.Consumer;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.client.Money;
import org.fogg.trader.bench.client.Replies;
import org.fogg.trader.bench.load.Flight.Change;
import org.fogg.trader.bench.measure.OperationStats.Outcome;
import org.fogg.trader.bench.measure.OrderTally;
import org.fogg.trader.bench.measure.Problems;
import org.fogg.trader.bench.mix.Operation;
import org.fogg.trader.bench.mix.OrderForm;
import org.fogg.trader.bench.mix.OwnOrder;
import org.fogg.trader.bench.mix.PlannedOp;
import org.fogg.trader.bench.mix.Stock;
import org.fogg.trader.bench.mix.Trader;
import org.jspecify.annotations.Nullable;

/** Makes requests of operations, and lets traders learn from the answers. */
final class Operator {

    private static final long OLD_NANOS = 15_000_000_000L;
    private static final int MOST_OPEN = 40;

    private final Sender sender;
    private final Accounts accounts;
    private final ClientOrderIds ids;
    private final OrderTally tally;
    private final Problems problems;
    private final Times times;

    Operator(
            Sender sender,
            Accounts accounts,
            ClientOrderIds ids,
            OrderTally tally,
            Problems problems,
            Times times) {
        this.sender = sender;
        this.accounts = accounts;
        this.ids = ids;
        this.tally = tally;
        this.problems = problems;
        this.times = times;
    }

    /** Carries an operation out, if there is something to do. */
    void start(PlannedOp op, boolean counted) {
        Operation operation = op.operation();
        Trader trader = op.trader();
        if (operation == Operation.OPEN) {
            open(op, counted);
        } else if (trader == null) {
            op.finish();
        } else if (operation == null) {
            place(op, trader, counted);
        } else if (operation == Operation.CANCEL) {
            cancel(op, trader, counted);
        } else if (operation == Operation.REPLACE) {
            replace(op, trader, counted);
        } else if (operation == Operation.DEPOSIT) {
            deposit(op, trader, counted);
        } else if (operation == Operation.SWEEP) {
            sweep(op, trader, counted);
        } else {
            look(op, operation, trader, counted);
        }
    }

    private void place(PlannedOp op, Trader trader, boolean counted) {
        OrderForm form = op.choose();
        if (form == null) {
            problems.note("order: none suited the trader");
            op.finish();
            return;
        }
        String id = ids.next(counted);
        OwnOrder order = trader.send(id, form, times.now());
        sender.send(
                new Flight(
                        op,
                        form.type(),
                        counted,
                        trader,
                        Requests.place(trader, id, form),
                        Change.place(trader, id, form),
                        form.stock(),
                        reply -> placed(op, trader, order, counted, reply)));
    }

    private Outcome placed(
            PlannedOp op, Trader trader, OwnOrder order, boolean counted, HttpReply reply) {
        if (reply.isOk()) {
            Replies.Order answer = Replies.order(reply.body());
            if (answer.isPending()) {
                op.finish(0);
                return Outcome.FAILED;
            }
            trader.learn(
                    order.id(),
                    answer.filled(),
                    answer.averagePrice(),
                    answer.isClosed(),
                    times.now());
            op.finish(answer.filled());
            return answer.status().equals("rejected") ? Outcome.REJECTED : Outcome.OK;
        }
        op.finish(0);
        if (!reply.isRefused()) {
            return Outcome.FAILED;
        }
        trader.forget(order.id());
        if (counted) {
            tally.refused(order.form().type());
        }
        return Outcome.REJECTED;
    }

    private void cancel(PlannedOp op, Trader trader, boolean counted) {
        long now = times.now();
        OwnOrder order =
                op.isOnlyOld()
                        ? trader.chooseToCancel(now - OLD_NANOS, MOST_OPEN)
                        : trader.chooseToCancel(now, 0);
        if (order == null) {
            op.finish();
            return;
        }
        sender.send(
                new Flight(
                        op,
                        Operation.CANCEL,
                        counted,
                        trader,
                        Requests.cancel(trader, order.id()),
                        Change.cancel(trader, order.id()),
                        order.form().stock(),
                        reply -> {
                            // Refused means that it is closed already; without an answer it stays.
                            if (reply.isOk() || reply.isRefused()) {
                                trader.forget(order.id());
                            }
                            op.finish();
                            return outcome(reply);
                        }));
    }

    private void replace(PlannedOp op, Trader trader, boolean counted) {
        OwnOrder order = trader.chooseToCancel(times.now(), 0);
        if (order == null) {
            op.finish();
            return;
        }
        String id = ids.next(counted);
        OrderForm form = order.form().oneIncrementAway();
        OwnOrder successor = trader.replace(id, form, times.now());
        sender.send(
                new Flight(
                        op,
                        Operation.REPLACE,
                        counted,
                        trader,
                        Requests.replace(trader, order, id, form),
                        Change.replace(trader, id, form),
                        form.stock(),
                        reply -> {
                            trader.forget(reply.isRefused() ? successor.id() : order.id());
                            op.finish();
                            return outcome(reply);
                        }));
    }

    private void deposit(PlannedOp op, Trader trader, boolean counted) {
        long cash = op.amount();
        String amount = Money.text(cash);
        HttpCall call = Requests.deposit(accounts, trader, amount, ids.next(counted));
        Change change = Change.payment("deposit", trader.id(), amount);
        send(op, Operation.DEPOSIT, trader, counted, call, change, r -> trader.deposited(cash));
    }

    private void sweep(PlannedOp op, Trader trader, boolean counted) {
        String georegion = trader.chooseToSweep();
        if (georegion == null) {
            op.finish();
            return;
        }
        sender.send(
                new Flight(
                        op,
                        Operation.SWEEP,
                        counted,
                        trader,
                        Requests.sweep(trader, georegion, ids.next(counted)),
                        null,
                        null,
                        reply -> {
                            op.finish();
                            trader.swept(georegion, reply.isOk() ? Replies.sweep(reply.body()) : 0);
                            return outcome(reply);
                        }));
    }

    private void open(PlannedOp op, boolean counted) {
        Accounts.Opening opening = accounts.plan();
        sender.send(
                new Flight(
                        op,
                        Operation.OPEN,
                        counted,
                        null,
                        Requests.open(accounts, opening),
                        Change.payment("open", opening.traderId(), Money.text(accounts.cash())),
                        null,
                        reply -> {
                            op.finish();
                            if (reply.isOk()) {
                                accounts.opened(opening, Replies.opened(reply.body()));
                            }
                            return outcome(reply);
                        }));
    }

    private void look(PlannedOp op, Operation operation, Trader trader, boolean counted) {
        Stock stock = op.stock();
        long sentAt = times.now();
        Consumer<HttpReply> seen =
                switch (operation) {
                    case POSITIONS ->
                            reply -> trader.seeHoldings(Replies.positions(reply.body()), sentAt);
                    case STATISTICS, QUOTE -> reply -> see(stock, reply);
                    default -> reply -> {};
                };
        send(op, operation, trader, counted, Requests.look(operation, trader, stock), null, seen);
    }

    private static void see(@Nullable Stock stock, HttpReply reply) {
        Replies.Quote quote = Replies.quote(reply.body());
        Integer trend = quote.trend();
        if (stock == null) {
            return;
        }
        if (trend == null) {
            stock.observe(quote.lastPrice(), reply.doneAt());
        } else {
            stock.observe(quote.lastPrice(), trend, reply.doneAt());
        }
    }

    private void send(
            PlannedOp op,
            Operation operation,
            Trader trader,
            boolean counted,
            HttpCall call,
            @Nullable Change change,
            Consumer<HttpReply> whenOk) {
        sender.send(
                new Flight(
                        op,
                        operation,
                        counted,
                        trader,
                        call,
                        change,
                        null,
                        reply -> {
                            op.finish();
                            if (reply.isOk()) {
                                whenOk.accept(reply);
                            }
                            return outcome(reply);
                        }));
    }

    private static Outcome outcome(HttpReply reply) {
        return reply.isOk() ? Outcome.OK : reply.isRefused() ? Outcome.REJECTED : Outcome.FAILED;
    }
}
