package org.fogg.core.engine;

import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;

/** What the naive shard makes of outcomes. */
final class NaiveReports {

    private final NaiveTrading trading;
    private final NaiveState state;

    NaiveReports(NaiveTrading trading) {
        this.trading = trading;
        state = trading.state;
    }

    void onReport(ExecutionReport report, long now) {
        NaiveOrder order = state.orders.get(report.terms().orderId());
        boolean underWay =
                order != null
                        && order.underWay != null
                        && report.epoch() == trading.epoch
                        && report.attempt() == order.underWay.number;
        if (underWay && order.journaled) {
            settle(order, report, now);
        } else if (underWay) {
            settlePending(order, report, now);
        } else if (report.outcome() == Outcome.FILLED) {
            recover(order, report, now);
        }
    }

    private void settle(NaiveOrder order, ExecutionReport report, long now) {
        NaiveOrder.Try attempt = order.underWay;
        order.underWay = null;
        order.notBefore = Math.max(order.notBefore, attempt.tick);
        if (report.outcome() == Outcome.FILLED) {
            trade(order, report, attempt.triggerTick, attempt.triggeredAt, now);
        }
        goOn(order, attempt, report, now);
    }

    private void settlePending(NaiveOrder pending, ExecutionReport report, long now) {
        NaiveOrder.Try attempt = pending.underWay;
        OrderTerms terms = pending.terms;
        state.orders.remove(terms.orderId());
        if (report.outcome() == Outcome.NOT_SENT || report.outcome() == Outcome.VOIDED) {
            for (NaiveOrder.Waiting command : attempt.waiting) {
                if (command.places()) {
                    CommandResult refusal = CommandResult.refused(Reason.EXCHANGE_UNAVAILABLE);
                    trading.refuse(command.token(), terms, refusal, now);
                } else {
                    command.goOn().accept(now);
                }
            }
            return;
        }
        trading.decide(
                new Decision.OrderAccepted(
                        terms, pending.capPrice, attempt.tick, pending.lastPrice, now));
        NaiveOrder order = state.orders.get(terms.orderId());
        if (report.outcome() == Outcome.FILLED) {
            trade(order, report, 0, 0, now);
        }
        goOn(order, attempt, report, now);
    }

    private void recover(NaiveOrder known, ExecutionReport report, long now) {
        NaiveOrder order = known;
        if (order == null) {
            trading.decide(
                    new Decision.OrderAccepted(
                            report.terms(), report.boundPrice(), report.tickSequence(), 0, now));
            order = state.orders.get(report.terms().orderId());
        } else if (state.isFaded(order)
                || order.trades.stream().anyMatch(t -> t.executionId() == report.executionId())) {
            return;
        }
        boolean later = report.tickSequence() > order.acceptedTick;
        trade(order, report, later ? report.tickSequence() : 0, 0, now);
        if (order.underWay == null) {
            rest(order, report, now);
        }
    }

    private void goOn(NaiveOrder order, NaiveOrder.Try attempt, ExecutionReport report, long now) {
        rest(order, report, now);
        attempt.waiting.forEach(command -> command.goOn().accept(now));
        if (order.isOpen() && order.underWay == null) {
            long end = order.terms.expiresAt();
            if (order.expiryDue || end != 0 && end <= now) {
                trading.close(order, OrderStatus.EXPIRED, Reason.EXPIRED, now);
            } else {
                trading.catchUp(order, now);
            }
        }
    }

    private void rest(NaiveOrder order, ExecutionReport report, long now) {
        if (!order.isOpen()) {
            return;
        }
        order.notBefore = Math.max(order.notBefore, report.tickSequence());
        if (order.atOnceOnly()) {
            trading.close(order, OrderStatus.CANCELED, Reason.NOT_FILLABLE_NOW, now);
        } else if (!order.isPlainLimit() && !order.rested) {
            trading.rested(order, now);
        }
    }

    private void trade(
            NaiveOrder order, ExecutionReport report, long triggerTick, long at, long now) {
        OrderTerms terms = order.terms;
        trading.decide(
                new Decision.OrderTraded(
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
                        at,
                        now));
    }
}
