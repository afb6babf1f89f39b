package org.fogg.core.engine;

import java.util.UUID;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.TimeInForce;

/** What the naive shard does with orders, whatever leads to it. */
final class NaiveTrading {

    final NaiveState state;
    private final EngineListener listener;
    long epoch;
    int attempts;

    NaiveTrading(NaiveState state, EngineListener listener) {
        this.state = state;
        this.listener = listener;
    }

    void decide(Decision decision) {
        state.apply(decision);
        listener.decided(decision);
    }

    void answer(long token, CommandResult result) {
        listener.answered(token, result);
    }

    void answerPlaced(long token, UUID orderId) {
        NaiveOrder order = state.orders.get(orderId);
        boolean faded = state.isFaded(order);
        answer(token, faded ? CommandResult.DONE : CommandResult.done(order.snapshot()));
    }

    void refuse(long token, OrderTerms terms, CommandResult refusal, long now) {
        refuse(token, terms.traderId(), terms.orderId(), refusal, now);
    }

    void refuse(long token, UUID traderId, UUID orderId, CommandResult refusal, long now) {
        decide(new Decision.CommandRefused(traderId, orderId, refusal.reason(), now));
        answer(token, refusal);
    }

    void close(NaiveOrder order, OrderStatus status, Reason reason, long now) {
        OrderTerms terms = order.terms;
        decide(new Decision.OrderClosed(terms.orderId(), terms.traderId(), status, reason, now));
    }

    void rested(NaiveOrder order, long now) {
        OrderTerms terms = order.terms;
        decide(new Decision.OrderRested(terms.orderId(), terms.traderId(), order.capPrice, now));
    }

    void atOnce(NaiveOrder order, long now) {
        long price = state.stocks.get(order.terms.stockId()).price;
        if (order.isOpen() && price != 0 && order.isMetBy(price)) {
            trigger(order, 0, 0, now);
        }
    }

    void catchUp(NaiveOrder order, long now) {
        NaiveState.NaiveStock stock = state.stocks.get(order.terms.stockId());
        if (stock.sequence > order.notBefore
                && order.isMetBy(stock.price)
                && !isHalted(order.terms.traderId())) {
            trigger(order, stock.sequence, stock.publishedAt, now);
        }
    }

    void trigger(NaiveOrder order, long triggerTick, long triggeredAt, long now) {
        OrderTerms terms = order.terms;
        if (terms.type() == OrderType.STOP_LIMIT && !order.rested) {
            rested(order, now);
            if (!order.isMetBy(state.stocks.get(terms.stockId()).price)) {
                return;
            }
        }
        long available = state.availableShares(terms.traderId(), terms.stockId());
        if (!order.isBuy() && available < order.leaves()) {
            close(order, OrderStatus.REJECTED, Reason.INSUFFICIENT_HOLDING, now);
        } else {
            send(order, triggerTick, triggeredAt);
        }
    }

    void send(NaiveOrder order, long triggerTick, long triggeredAt) {
        NaiveOrder.Try attempt = new NaiveOrder.Try();
        attempt.number = ++attempts;
        attempt.tick = state.stocks.get(order.terms.stockId()).sequence;
        attempt.triggerTick = triggerTick;
        attempt.triggeredAt = triggeredAt;
        order.underWay = attempt;
        listener.execute(
                new ExecutionRequest(
                        order.terms,
                        epoch,
                        attempt.number,
                        order.leaves(),
                        order.capPrice,
                        order.terms.timeInForce() == TimeInForce.FOK,
                        Math.max(
                                state.accounts.get(order.terms.traderId()).lastDecision,
                                state.haltDecision)));
    }

    boolean isHalted(UUID traderId) {
        return state.halted || state.accounts.get(traderId).halted;
    }

    static boolean atOnceOnly(OrderTerms terms) {
        return terms.type() == OrderType.MARKET || NaiveChecks.atOnceOnly(terms);
    }
}
