package org.fogg.core.engine;

import java.math.BigInteger;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;

/** How the naive shard cancels and replaces. */
final class NaiveChanges {

    private final NaiveTrading trading;
    private final NaiveState state;
    private final NaiveChecks checks;

    NaiveChanges(NaiveTrading trading, NaiveChecks checks) {
        this.trading = trading;
        this.checks = checks;
        state = trading.state;
    }

    void cancel(long token, UUID traderId, UUID orderId, long now) {
        change(
                token,
                traderId,
                orderId,
                now,
                at -> cancel(token, traderId, orderId, at),
                (order, at) -> {
                    trading.close(order, OrderStatus.CANCELED, Reason.REQUESTED, at);
                    trading.answerPlaced(token, orderId);
                });
    }

    void replace(long token, ReplaceTerms change, long now) {
        NaiveOrder known = state.orders.get(change.newOrderId());
        if (known != null && known.journaled && isFrom(change, known) && !state.isFaded(known)) {
            trading.answerPlaced(token, change.newOrderId());
        } else if (known != null) {
            CommandResult refusal = CommandResult.refused(Reason.CLIENT_ORDER_ID_REUSED);
            trading.refuse(token, change.traderId(), change.orderId(), refusal, now);
        } else {
            change(
                    token,
                    change.traderId(),
                    change.orderId(),
                    now,
                    at -> replace(token, change, at),
                    (old, at) -> replace(token, old, change, at));
        }
    }

    private void change(
            long token,
            UUID traderId,
            UUID orderId,
            long now,
            LongConsumer later,
            ObjLongConsumer<NaiveOrder> change) {
        NaiveOrder order = state.orders.get(orderId);
        if (order == null || state.isFaded(order) || !order.terms.traderId().equals(traderId)) {
            CommandResult refusal = CommandResult.refused(Reason.UNKNOWN_ORDER);
            trading.refuse(token, traderId, orderId, refusal, now);
        } else if (order.underWay != null) {
            order.underWay.waiting.add(new NaiveOrder.Waiting(token, false, later));
        } else if (!order.isOpen()) {
            CommandResult refusal = CommandResult.refused(Reason.ORDER_CLOSED, order.snapshot());
            trading.refuse(token, traderId, orderId, refusal, now);
        } else {
            change.accept(order, now);
        }
    }

    private void replace(long token, NaiveOrder old, ReplaceTerms change, long now) {
        OrderTerms was = old.terms;
        OrderTerms terms = changed(old, change);
        NaiveState.NaiveStock stock = state.stocks.get(was.stockId());
        boolean samePrices =
                terms.limitPrice() == was.limitPrice() && terms.stopPrice() == was.stopPrice();
        CommandResult refusal = checks.form(terms, now);
        if (refusal == null && NaiveChecks.atOnceOnly(terms)) {
            refusal = CommandResult.refused(Reason.INVALID_TERMS);
        }
        if (refusal == null && trading.isHalted(was.traderId())) {
            refusal = CommandResult.refused(Reason.HALTED);
        }
        BigInteger cap = null;
        if (refusal == null) {
            cap = samePrices ? BigInteger.valueOf(old.capPrice) : checks.cap(terms);
            refusal = checks.limits(terms, cap);
        }
        if (refusal == null) {
            long freed = old.isBuy() ? old.capPrice * old.leaves() : 0;
            refusal = checks.funds(terms, cap, BigInteger.valueOf(freed));
        }
        if (refusal != null) {
            trading.refuse(token, was, refusal, now);
            return;
        }
        boolean keeps = samePrices && terms.quantity() <= old.leaves();
        trading.decide(
                new Decision.OrderReplaced(
                        was.orderId(),
                        terms,
                        cap.longValueExact(),
                        keeps ? Math.min(stock.sequence, old.notBefore) : stock.sequence,
                        stock.price,
                        keeps,
                        now));
        trading.answerPlaced(token, terms.orderId());
        NaiveOrder order = state.orders.get(terms.orderId());
        if (keeps) {
            trading.catchUp(order, now);
        } else {
            trading.atOnce(order, now);
        }
    }

    private static OrderTerms changed(NaiveOrder old, ReplaceTerms change) {
        OrderTerms was = old.terms;
        return new OrderTerms(
                change.newOrderId(),
                was.traderId(),
                change.newClientOrderId(),
                was.stockId(),
                was.side(),
                was.type(),
                Objects.requireNonNullElse(change.timeInForce(), was.timeInForce()),
                change.quantity() != 0 ? change.quantity() : old.leaves(),
                change.limitPrice() != 0 ? change.limitPrice() : was.limitPrice(),
                change.stopPrice() != 0 ? change.stopPrice() : was.stopPrice(),
                change.expiresAt() != 0 ? change.expiresAt() : was.expiresAt());
    }

    private static boolean isFrom(ReplaceTerms change, NaiveOrder order) {
        OrderTerms terms = order.terms;
        return change.orderId().equals(order.replaces)
                && change.traderId().equals(terms.traderId())
                && change.newClientOrderId().equals(terms.clientOrderId())
                && (change.quantity() == 0 || change.quantity() == terms.quantity())
                && (change.limitPrice() == 0 || change.limitPrice() == terms.limitPrice())
                && (change.stopPrice() == 0 || change.stopPrice() == terms.stopPrice())
                && (change.timeInForce() == null || change.timeInForce() == terms.timeInForce());
    }
}
