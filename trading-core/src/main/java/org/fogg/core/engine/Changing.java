package org.fogg.core.engine;

import java.util.List;
import java.util.UUID;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decides on cancellations and replacements. Either waits while an attempt of the order is under
 * way, so that exactly one of trade and change wins.
 */
final class Changing {

    private final Shard shard;
    private final Checks checks;
    private final CapPrices capPrices;
    private final Decider decider;
    private final Attempts attempts;

    Changing(Shard shard, Checks checks, CapPrices capPrices, Decider decider, Attempts attempts) {
        this.shard = shard;
        this.checks = checks;
        this.capPrices = capPrices;
        this.decider = decider;
        this.attempts = attempts;
    }

    void cancel(long token, UUID traderId, UUID orderId, long now) {
        if (waits(traderId, orderId, new Waiting.Cancel(token, traderId))) {
            return;
        }
        Order order = openOrder(token, traderId, orderId, now);
        if (order != null) {
            decider.decide(
                    new Decision.OrderClosed(
                            orderId, traderId, OrderStatus.CANCELED, Reason.REQUESTED, now));
            decider.answer(token, CommandResult.done(order.snapshot()));
        }
    }

    void replace(long token, ReplaceTerms change, long now) {
        if (isRepeated(token, change, now)
                || waits(change.traderId(), change.orderId(), new Waiting.Replace(token, change))) {
            return;
        }
        Order order = openOrder(token, change.traderId(), change.orderId(), now);
        if (order == null) {
            return;
        }
        OrderTerms terms = change.applyTo(order.terms, order.leavesQuantity());
        CommandResult refusal = check(order, terms, now);
        if (refusal != null) {
            decider.refuse(token, change.traderId(), change.orderId(), refusal, now);
        } else {
            enforce(token, order, terms, now);
        }
    }

    /** Commands that waited for an attempt of this order, which has ended. */
    void goOn(UUID orderId, List<Waiting> waiting, long now) {
        for (Waiting command : waiting) {
            if (command instanceof Waiting.Cancel cancel) {
                cancel(cancel.token(), cancel.traderId(), orderId, now);
            } else if (command instanceof Waiting.Replace replace) {
                replace(replace.token(), replace.terms(), now);
            } else {
                Order order = shard.order(orderId);
                decider.answer(command.token(), CommandResult.done(order.snapshot()));
            }
        }
    }

    private boolean isRepeated(long token, ReplaceTerms change, long now) {
        Order known = shard.orders.get(change.newOrderId());
        if (known != null && change.isOf(known)) {
            decider.answer(token, CommandResult.done(known.snapshot()));
            return true;
        }
        if (shard.knows(change.newOrderId()) || shard.pending.containsKey(change.newOrderId())) {
            decider.refuse(
                    token, change.traderId(), change.orderId(), Reason.CLIENT_ORDER_ID_REUSED, now);
            return true;
        }
        return false;
    }

    private boolean waits(UUID traderId, UUID orderId, Waiting command) {
        Attempt attempt = null;
        PendingOrder pending = shard.pending.get(orderId);
        if (pending != null && pending.terms().traderId().equals(traderId)) {
            attempt = pending.attempt();
        }
        Order order = shard.orders.get(orderId);
        if (order != null && order.terms.traderId().equals(traderId)) {
            attempt = order.attempt;
        }
        return attempt != null && attempt.waiting.add(command);
    }

    private @Nullable Order openOrder(long token, UUID traderId, UUID orderId, long now) {
        Order order = shard.orders.get(orderId);
        if (order == null || !order.terms.traderId().equals(traderId)) {
            decider.refuse(token, traderId, orderId, Reason.UNKNOWN_ORDER, now);
            return null;
        }
        if (!order.isOpen()) {
            CommandResult refusal = CommandResult.refused(Reason.ORDER_CLOSED, order.snapshot());
            decider.refuse(token, traderId, orderId, refusal, now);
            return null;
        }
        return order;
    }

    private @Nullable CommandResult check(Order order, OrderTerms terms, long now) {
        Stock stock = order.stock;
        if (!stock.isListed()) {
            return CommandResult.refused(Reason.UNKNOWN_STOCK);
        }
        CommandResult refusal = Checks.form(terms, stock, now);
        if (refusal != null) {
            return refusal;
        }
        if (terms.timeInForce().isImmediate()) {
            return CommandResult.refused(Reason.INVALID_TERMS);
        }
        if (shard.isHalted(order.account)) {
            return CommandResult.refused(Reason.HALTED);
        }
        long capPrice = capPrice(order, terms);
        refusal = checks.limits(terms, stock, capPrice);
        return refusal == null
                ? Checks.funds(terms, order.account, capPrice, order.reserve())
                : refusal;
    }

    private void enforce(long token, Order old, OrderTerms terms, long now) {
        Stock stock = old.stock;
        boolean keepsPriority = old.hasPricesOf(terms) && terms.quantity() <= old.leavesQuantity();
        long acceptedTick =
                keepsPriority ? Math.min(stock.lastSequence, old.notBefore) : stock.lastSequence;
        decider.decide(
                new Decision.OrderReplaced(
                        old.terms.orderId(),
                        terms,
                        capPrice(old, terms),
                        acceptedTick,
                        stock.lastPrice,
                        keepsPriority,
                        now));
        Order order = shard.order(terms.orderId());
        decider.answer(token, CommandResult.done(order.snapshot()));
        if (keepsPriority) {
            attempts.catchUp(order, now);
        } else {
            attempts.atOnce(order, now);
        }
    }

    /** The old cap while prices stay: what rests at it must not move with the market. */
    private long capPrice(Order old, OrderTerms terms) {
        return old.hasPricesOf(terms) ? old.capPrice : capPrices.of(terms, old.stock);
    }
}
