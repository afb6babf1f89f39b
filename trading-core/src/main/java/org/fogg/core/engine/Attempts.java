package org.fogg.core.engine;

import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/** Sends orders to the exchange. */
final class Attempts {

    private final Shard shard;
    private final Decider decider;
    private final EngineListener listener;

    Attempts(Shard shard, Decider decider, EngineListener listener) {
        this.shard = shard;
        this.decider = decider;
        this.listener = listener;
    }

    /** Lets an open order trade whose condition the last price meets. */
    void trigger(Order order, long triggerTick, long triggeredAt, long now) {
        OrderTerms terms = order.terms;
        if (order.isStop() && terms.limitPrice() != 0) {
            decider.decide(
                    new Decision.OrderRested(
                            terms.orderId(), terms.traderId(), terms.limitPrice(), now));
            if (!order.isMetBy(order.stock.lastPrice)) {
                return;
            }
        }
        long quantity = order.leavesQuantity();
        if (!order.isBuy() && quantity > order.account.availableShares(terms.stockId())) {
            decider.decide(
                    new Decision.OrderClosed(
                            terms.orderId(),
                            terms.traderId(),
                            OrderStatus.REJECTED,
                            Reason.INSUFFICIENT_HOLDING,
                            now));
            return;
        }
        Attempt attempt = begin(order.stock, triggerTick, triggeredAt);
        order.attempt = attempt;
        shard.resting.update(order);
        hold(order.account, terms, attempt, quantity);
        execute(terms, order.account, attempt, quantity, order.capPrice);
    }

    /** Lets a new order trade if the last price already meets it. */
    void atOnce(Order order, long now) {
        if (order.stock.hasPrice() && order.isMetBy(order.stock.lastPrice)) {
            trigger(order, 0, 0, now);
        }
    }

    /** Lets a resting order trade if it missed a tick that meets it while it could not trade. */
    void catchUp(Order order, long now) {
        Stock stock = order.stock;
        if (stock.lastSequence > order.notBefore
                && order.isMetBy(stock.lastPrice)
                && !shard.isHalted(order.account)) {
            trigger(order, stock.lastSequence, stock.lastPublishedAt, now);
        }
    }

    /** Lets an order trade of which nothing is journaled yet. */
    void tryAtOnce(long token, OrderTerms terms, Account account, Stock stock, long capPrice) {
        Attempt attempt = begin(stock, 0, 0);
        attempt.waiting.add(new Waiting.Place(token));
        PendingOrder order =
                new PendingOrder(terms, account, stock, capPrice, stock.lastPrice, attempt);
        shard.pending.put(terms.orderId(), order);
        account.pendingOrders++;
        account.pendingReserve += order.reserve();
        hold(account, terms, attempt, terms.quantity());
        execute(terms, account, attempt, terms.quantity(), capPrice);
    }

    /** Gives back what an attempt held. */
    void end(Account account, OrderTerms terms, Attempt attempt) {
        if (attempt.held > 0) {
            account.holding(terms.stockId()).held -= attempt.held;
            attempt.held = 0;
        }
    }

    /** Gives back what a pending order held. */
    void end(PendingOrder order) {
        Account account = order.account();
        shard.pending.remove(order.terms().orderId());
        account.pendingOrders--;
        account.pendingReserve -= order.reserve();
        end(account, order.terms(), order.attempt());
    }

    /** Holds no more than the order can still sell. */
    void shrink(Order order, Attempt attempt) {
        long surplus = attempt.held - order.leavesQuantity();
        if (surplus > 0) {
            attempt.held -= surplus;
            order.account.holding(order.terms.stockId()).held -= surplus;
        }
    }

    /** Forgets all attempts under way; their orders rest again. */
    void forgetAll() {
        shard.pending.values().stream().toList().forEach(this::end);
        for (Order order : shard.orders.values()) {
            Attempt attempt = order.attempt;
            if (attempt != null) {
                end(order.account, order.terms, attempt);
                order.attempt = null;
                shard.resting.update(order);
                if (order.expiryDue) {
                    order.expiryDue = false;
                    shard.expiries.add(order);
                }
            }
        }
    }

    private Attempt begin(Stock stock, long triggerTick, long triggeredAt) {
        return new Attempt(++shard.lastAttempt, stock.lastSequence, triggerTick, triggeredAt);
    }

    private static void hold(Account account, OrderTerms terms, Attempt attempt, long quantity) {
        if (terms.side() == Side.SELL) {
            attempt.held = quantity;
            account.holding(terms.stockId()).held += quantity;
        }
    }

    private void execute(
            OrderTerms terms, Account account, Attempt attempt, long quantity, long bound) {
        listener.execute(
                new ExecutionRequest(
                        terms,
                        shard.epoch,
                        attempt.number,
                        quantity,
                        bound,
                        terms.timeInForce() == TimeInForce.FOK,
                        Math.max(account.lastDecision, shard.haltDecision)));
    }
}
