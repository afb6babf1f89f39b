package org.fogg.core.engine;

import java.util.UUID;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/** Decides on new orders. */
final class Placing {

    private final Shard shard;
    private final Checks checks;
    private final CapPrices capPrices;
    private final Decider decider;
    private final Attempts attempts;

    Placing(Shard shard, Checks checks, CapPrices capPrices, Decider decider, Attempts attempts) {
        this.shard = shard;
        this.checks = checks;
        this.capPrices = capPrices;
        this.decider = decider;
        this.attempts = attempts;
    }

    void place(long token, OrderTerms terms, long now) {
        if (isRepeated(token, terms, now)) {
            return;
        }
        Account account = shard.accounts.get(terms.traderId());
        if (account == null) {
            refuse(token, terms, CommandResult.refused(Reason.UNKNOWN_ACCOUNT), now);
            return;
        }
        Stock stock = shard.stock(terms.stockId());
        if (stock == null || !stock.isListed()) {
            refuse(token, terms, CommandResult.refused(Reason.UNKNOWN_STOCK), now);
            return;
        }
        CommandResult refusal = check(terms, account, stock, now);
        if (refusal != null) {
            refuse(token, terms, refusal, now);
        } else {
            enforce(token, terms, account, stock, now);
        }
    }

    private boolean isRepeated(long token, OrderTerms terms, long now) {
        UUID id = terms.orderId();
        Order known = shard.orders.get(id);
        int closed = known == null ? shard.closed.find(id) : -1;
        PendingOrder pending = shard.pending.get(id);
        if (known != null && OrderContent.isSame(known.terms, terms)) {
            decider.answer(token, CommandResult.done(known.snapshot()));
        } else if (closed >= 0 && shard.closed.isSame(closed, terms)) {
            decider.answer(token, CommandResult.DONE);
        } else if (pending != null && OrderContent.isSame(pending.terms(), terms)) {
            pending.attempt().waiting.add(new Waiting.Place(token));
        } else if (known != null
                || closed >= 0
                || pending != null
                || shard.outgoing.find(id) != null) {
            refuse(token, terms, CommandResult.refused(Reason.CLIENT_ORDER_ID_REUSED), now);
        } else {
            return false;
        }
        return true;
    }

    private @Nullable CommandResult check(
            OrderTerms terms, Account account, Stock stock, long now) {
        CommandResult refusal = Checks.form(terms, stock, now);
        if (refusal != null) {
            return refusal;
        }
        if (shard.isHalted(account)) {
            return CommandResult.refused(Reason.HALTED);
        }
        if (terms.tradesOnArrival() && !stock.hasPrice()) {
            return CommandResult.refused(Reason.NO_PRICE);
        }
        long capPrice = capPrices.of(terms, stock);
        refusal = checks.limits(terms, stock, capPrice);
        if (refusal == null) {
            refusal = checks.crowding(terms, account, now);
        }
        return refusal == null ? Checks.funds(terms, account, capPrice, 0) : refusal;
    }

    private void enforce(long token, OrderTerms terms, Account account, Stock stock, long now) {
        long capPrice = capPrices.of(terms, stock);
        boolean atOnce = terms.tradesOnArrival();
        if (atOnce && isWithin(terms.side(), capPrice, stock.lastPrice)) {
            attempts.tryAtOnce(token, terms, account, stock, capPrice);
            return;
        }
        decider.decide(
                new Decision.OrderAccepted(
                        terms, capPrice, stock.lastSequence, stock.lastPrice, now));
        Order order = shard.order(terms.orderId());
        if (atOnce) {
            decider.decide(
                    new Decision.OrderClosed(
                            terms.orderId(),
                            terms.traderId(),
                            OrderStatus.CANCELED,
                            Reason.NOT_FILLABLE_NOW,
                            now));
        }
        decider.answer(token, CommandResult.done(order.snapshot()));
        if (order.isOpen()) {
            attempts.atOnce(order, now);
        }
    }

    private void refuse(long token, OrderTerms terms, CommandResult refusal, long now) {
        decider.refuse(token, terms.traderId(), terms.orderId(), refusal, now);
    }

    private static boolean isWithin(Side side, long capPrice, long price) {
        return side == Side.BUY ? price <= capPrice : price >= capPrice;
    }
}
