package org.fogg.broker.journal;

import java.util.UUID;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.AccountOpened;
import org.fogg.core.engine.Decision.CashDeposited;
import org.fogg.core.engine.Decision.HaltChanged;
import org.fogg.core.engine.Decision.OrderAccepted;
import org.fogg.core.engine.Decision.OrderClosed;
import org.fogg.core.engine.Decision.OrderReplaced;
import org.fogg.core.engine.Decision.OrderRested;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.engine.Decision.TransferApplied;
import org.fogg.core.engine.Decision.TransferEnded;
import org.fogg.core.engine.Decision.TransferHeld;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.funding.Transfer;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A decision and what it touched, as of right after it.
 *
 * @param order the order it is about
 * @param successor the order that took its place, if one did
 * @param account the account whose order or cash it is about
 * @param holding the account's holding of the stock, if there is one
 * @param transfer the transfer to another georegion that was set aside or has ended
 * @param inTransit the account's cash that is on its way to other georegions, in 1/10,000
 * @param home the georegion that is home to the account's trader; null where it is this one
 */
public record Effect(
        Decision decision,
        @Nullable OrderSnapshot order,
        @Nullable OrderSnapshot successor,
        @Nullable AccountSnapshot account,
        @Nullable HoldingSnapshot holding,
        @Nullable Transfer transfer,
        long inTransit,
        @Nullable String home) {

    /** Captures the effect of the decision that the engine has made or replayed last. */
    public static Effect of(ShardEngine engine, Decision decision) {
        if (decision instanceof OrderTraded d) {
            return order(engine, d, d.orderId(), d.traderId());
        } else if (decision instanceof OrderAccepted d) {
            return order(engine, d, d.terms().orderId(), d.terms().traderId());
        } else if (decision instanceof OrderClosed d) {
            return order(engine, d, d.orderId(), d.traderId());
        } else if (decision instanceof OrderRested d) {
            return order(engine, d, d.orderId(), d.traderId());
        } else if (decision instanceof OrderReplaced d) {
            UUID trader = d.terms().traderId();
            return new Effect(
                    d,
                    engine.order(d.orderId()),
                    engine.order(d.terms().orderId()),
                    engine.account(trader),
                    engine.holding(trader, d.terms().stockId()),
                    null,
                    engine.inTransit(trader),
                    engine.home(trader));
        } else if (decision instanceof AccountOpened d) {
            return account(engine, d, d.traderId());
        } else if (decision instanceof CashDeposited d) {
            return account(engine, d, d.traderId());
        } else if (decision instanceof HaltChanged d && d.traderId() != null) {
            return account(engine, d, d.traderId());
        } else if (decision instanceof TransferHeld d) {
            return transfer(engine, d, d.terms().id(), d.terms().traderId());
        } else if (decision instanceof TransferEnded d) {
            return transfer(engine, d, d.id(), d.traderId());
        } else if (decision instanceof TransferApplied d) {
            return account(engine, d, d.traderId());
        }
        return new Effect(decision, null, null, null, null, null, 0, null);
    }

    private static Effect order(ShardEngine engine, Decision decision, UUID id, UUID trader) {
        OrderSnapshot order = engine.order(id);
        HoldingSnapshot holding =
                order == null ? null : engine.holding(trader, order.terms().stockId());
        return new Effect(
                decision,
                order,
                null,
                engine.account(trader),
                holding,
                null,
                engine.inTransit(trader),
                engine.home(trader));
    }

    private static Effect account(ShardEngine engine, Decision decision, UUID trader) {
        return transfer(engine, decision, null, trader);
    }

    private static Effect transfer(
            ShardEngine engine, Decision decision, @Nullable UUID id, UUID trader) {
        return new Effect(
                decision,
                null,
                null,
                engine.account(trader),
                null,
                id == null ? null : engine.transfer(id),
                engine.inTransit(trader),
                engine.home(trader));
    }
}
