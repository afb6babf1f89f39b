package org.fogg.core.engine;

import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;

/** Decides what the outcome of an attempt means. */
final class Reports {

    private final Shard shard;
    private final Decider decider;
    private final Attempts attempts;
    private final Changing changing;

    Reports(Shard shard, Decider decider, Attempts attempts, Changing changing) {
        this.shard = shard;
        this.decider = decider;
        this.attempts = attempts;
        this.changing = changing;
    }

    void onReport(ExecutionReport report, long now) {
        PendingOrder pending = shard.pending.get(report.terms().orderId());
        if (pending != null && isOf(report, pending.attempt())) {
            settle(pending, report, now);
            return;
        }
        Order order = shard.orders.get(report.terms().orderId());
        Attempt attempt = order == null ? null : order.attempt;
        if (order != null && attempt != null && isOf(report, attempt)) {
            settle(order, attempt, report, now);
        } else if (report.outcome() == Outcome.FILLED) {
            recover(report, now);
        }
    }

    private boolean isOf(ExecutionReport report, Attempt attempt) {
        return report.epoch() == shard.epoch && report.attempt() == attempt.number;
    }

    private void settle(Order order, Attempt attempt, ExecutionReport report, long now) {
        boolean filled = report.outcome() == Outcome.FILLED;
        if (filled) {
            verify(report, order.terms, order.account, order.capPrice, order.leavesQuantity());
        }
        attempts.end(order.account, order.terms, attempt);
        order.attempt = null;
        order.notBefore = Math.max(order.notBefore, attempt.tick);
        if (filled) {
            decider.decide(trade(order, report, attempt.triggerTick, attempt.triggeredAt, now));
        } else {
            shard.resting.update(order);
        }
        goOn(order, attempt, report, now);
    }

    private void settle(PendingOrder pending, ExecutionReport report, long now) {
        OrderTerms terms = pending.terms();
        Attempt attempt = pending.attempt();
        boolean filled = report.outcome() == Outcome.FILLED;
        if (filled) {
            verify(report, terms, pending.account(), pending.capPrice(), terms.quantity());
        }
        attempts.end(pending);
        if (!filled && report.outcome() != Outcome.REFUSED) {
            refuse(pending, now);
            return;
        }
        decider.decide(
                new Decision.OrderAccepted(
                        terms, pending.capPrice(), attempt.tick, pending.lastPrice(), now));
        Order order = shard.order(terms.orderId());
        if (filled) {
            decider.decide(trade(order, report, 0, 0, now));
        }
        goOn(order, attempt, report, now);
    }

    /** Nothing has happened, so the order does not exist. */
    private void refuse(PendingOrder pending, long now) {
        OrderTerms terms = pending.terms();
        for (Waiting command : pending.attempt().waiting) {
            Reason reason =
                    command instanceof Waiting.Place
                            ? Reason.EXCHANGE_UNAVAILABLE
                            : Reason.UNKNOWN_ORDER;
            decider.refuse(command.token(), terms.traderId(), terms.orderId(), reason, now);
        }
    }

    /** An execution that the journal lacks, as a new owner hears of it. */
    private void recover(ExecutionReport report, long now) {
        OrderTerms terms = report.terms();
        if (shard.closed.knows(terms.orderId())) {
            // No order closes while what became of an attempt is not known.
            return;
        }
        Order order = shard.orders.get(terms.orderId());
        if (order == null) {
            order = accept(report, now);
        } else if (order.hasExecution(report.executionId())) {
            return;
        } else {
            boolean known = order.hasExecutionOf(report.epoch(), report.attempt());
            require(!known && order.isOpen(), report, "its attempt or its order is over");
            verify(report, order.terms, order.account, order.capPrice, order.leavesQuantity());
        }
        long trigger = report.tickSequence() > order.acceptedTick ? report.tickSequence() : 0;
        decider.decide(trade(order, report, trigger, 0, now));
        Attempt other = order.attempt;
        if (other == null) {
            rest(order, report, now);
        } else {
            attempts.shrink(order, other);
        }
    }

    private Order accept(ExecutionReport report, long now) {
        OrderTerms terms = report.terms();
        boolean doubled = shard.pending.containsKey(terms.orderId());
        require(!doubled, report, "its order is under way again");
        Account account = shard.accounts.get(terms.traderId());
        if (account == null) {
            throw broken(report, "its account is not known");
        }
        long capPrice = capPrice(report);
        verify(report, terms, account, capPrice, terms.quantity());
        boolean covered = Checks.funds(terms, account, capPrice, 0) == null;
        require(covered, report, "its account does not cover it");
        decider.decide(new Decision.OrderAccepted(terms, capPrice, report.tickSequence(), 0, now));
        return shard.order(terms.orderId());
    }

    /** As the former owner had it: the limit, or the bound it sent, or at least the price paid. */
    private static long capPrice(ExecutionReport report) {
        if (Checks.needsLimit(report.terms().type())) {
            return report.terms().limitPrice();
        }
        return report.boundPrice() != 0 ? report.boundPrice() : report.price();
    }

    private void goOn(Order order, Attempt attempt, ExecutionReport report, long now) {
        if (order.isOpen()) {
            rest(order, report, now);
        }
        changing.goOn(order.terms.orderId(), attempt.waiting, now);
        if (!order.isOpen() || order.attempt != null) {
            return;
        }
        long expiresAt = order.terms.expiresAt();
        if (order.expiryDue || (expiresAt != 0 && expiresAt <= now)) {
            decider.decide(closed(order.terms, OrderStatus.EXPIRED, Reason.EXPIRED, now));
            return;
        }
        attempts.catchUp(order, now);
    }

    /** What is left of an order after an attempt: it ends, or it rests until a later tick. */
    private void rest(Order order, ExecutionReport report, long now) {
        OrderTerms terms = order.terms;
        if (!order.isOpen()) {
            return;
        }
        order.notBefore = Math.max(order.notBefore, report.tickSequence());
        if (terms.timeInForce().isImmediate()) {
            decider.decide(closed(terms, OrderStatus.CANCELED, Reason.NOT_FILLABLE_NOW, now));
        } else if (order.becomesLimit()) {
            decider.decide(
                    new Decision.OrderRested(
                            terms.orderId(), terms.traderId(), order.capPrice, now));
        }
    }

    private static Decision closed(OrderTerms terms, OrderStatus status, Reason reason, long now) {
        return new Decision.OrderClosed(terms.orderId(), terms.traderId(), status, reason, now);
    }

    private static Decision trade(
            Order order, ExecutionReport report, long triggerTick, long triggeredAt, long now) {
        OrderTerms terms = order.terms;
        return new Decision.OrderTraded(
                terms.orderId(),
                terms.traderId(),
                terms.stockId(),
                terms.side(),
                report.exchangeId(),
                report.executionId(),
                report.epoch(),
                report.attempt(),
                report.quantity(),
                report.price(),
                report.tickSequence(),
                triggerTick,
                triggeredAt,
                now);
    }

    /** Checked before anything changes: what the exchange says must be possible. */
    private static void verify(
            ExecutionReport report, OrderTerms terms, Account account, long capPrice, long leaves) {
        long price = report.price();
        long quantity = report.quantity();
        boolean buy = terms.side() == Side.BUY;
        require(report.executionId() > 0, report, "its execution id");
        require(quantity > 0 && quantity <= leaves, report, "its quantity");
        require(Checks.isPrice(price), report, "its price");
        require(buy ? price <= capPrice : price >= capPrice, report, "its price is out of bounds");
        long value = Amounts.multiply(price, quantity);
        require(value != Amounts.TOO_LARGE, report, "its value");
        Holding holding = account.holding(terms.stockId());
        boolean fits =
                buy
                        ? holding.quantity + quantity > 0 && holding.cost + value > 0
                        : holding.quantity >= quantity && account.cash + value > 0;
        require(fits, report, "its account cannot take it");
    }

    private static void require(boolean possible, ExecutionReport report, String what) {
        if (!possible) {
            throw broken(report, what);
        }
    }

    private static IllegalStateException broken(ExecutionReport report, String what) {
        return new IllegalStateException("Impossible execution (" + what + "): " + report);
    }
}
