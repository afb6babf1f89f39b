package org.fogg.broker.account;

import java.util.List;
import java.util.UUID;
import org.fogg.broker.command.UnavailableException;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.HoldingSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts as their owner last projected them, and what is in other georegions as it was last
 * told of. Thread-safe; every method may throw {@link UnavailableException}.
 */
public interface AccountReads {

    /** A trader's account; null when there is none. */
    @Nullable AccountSnapshot account(UUID traderId);

    /** The trader's cash on its way to other georegions, in 1/10,000; not part of the account's. */
    long inTransit(UUID traderId);

    /** The trader's cash in other georegions, by georegion. */
    List<ForeignCash> foreignCash(UUID traderId);

    /** What the trader holds, here and elsewhere, by stock; none with quantity 0. */
    List<HoldingSnapshot> holdings(UUID traderId);

    /** What the trader holds of a stock; null when nothing. */
    @Nullable HoldingSnapshot holding(UUID traderId, int stockId);

    /** A trader's trades in the query's order, at most its limit. */
    List<Trade> trades(TradeQuery query);
}
