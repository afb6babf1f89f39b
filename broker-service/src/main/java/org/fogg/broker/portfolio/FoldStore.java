package org.fogg.broker.portfolio;

import java.util.UUID;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Where the fold keeps what it knows. Every method waits, and throws when the store is away; what
 * is kept twice is kept once. Thread-safe.
 */
public interface FoldStore {

    /** Whether a trader's home is here. */
    boolean isHome(UUID traderId);

    /** What is folded of an account elsewhere. */
    ForeignAccount account(UUID traderId, String georegion);

    /** What is folded of a holding elsewhere; null when nothing is. */
    @Nullable HoldingSnapshot holding(UUID traderId, int stockId);

    /**
     * Keeps an account and the holding that changed with it, both or neither.
     *
     * @param holding null when none changed
     */
    void keepAccount(ForeignAccount account, @Nullable HoldingSnapshot holding);

    /** Keeps an order as of its version. */
    void keepOrder(OrderSnapshot order);

    /** Keeps a trade. */
    void keepTrade(ForeignEvent event, OrderSnapshot order, ForeignEvent.Fill fill);
}
