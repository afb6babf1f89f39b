package org.fogg.broker.portfolio;

import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;

/**
 * Folds what happens in other georegions into what is kept at home. Repeating an event changes
 * nothing. One thread for the events of one trader; waits for what is kept.
 */
public final class PortfolioFold {

    private final FoldStore store;

    /** Folds into this store. */
    public PortfolioFold(FoldStore store) {
        this.store = store;
    }

    /**
     * Folds an event, unless the trader's home is elsewhere.
     *
     * @throws RuntimeException when it cannot be kept now; it is to be folded again then
     */
    public void fold(ForeignEvent event) {
        if (!store.isHome(event.traderId())) {
            return;
        }
        OrderSnapshot order = event.order();
        if (order != null) {
            store.keepOrder(order);
        }
        ForeignEvent.Fill fill = event.fill();
        if (order != null && fill != null) {
            store.keepTrade(event, order, fill);
        }
        ForeignAccount account = store.account(event.traderId(), event.georegion());
        if (account.has(event)) {
            return;
        }
        HoldingSnapshot holding =
                order == null || fill == null
                        ? null
                        : ForeignAccount.holding(
                                store.holding(event.traderId(), order.terms().stockId()),
                                order,
                                fill);
        store.keepAccount(account.with(event), holding);
    }
}
