package org.fogg.broker.orders;

import java.util.List;
import java.util.UUID;
import org.fogg.broker.command.UnavailableException;
import org.fogg.core.funding.Transfer;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders as the owner last projected them, and those in other georegions as they were last
 * told of. Thread-safe; every method may throw {@link UnavailableException}.
 */
public interface OrderReads {

    /** The order of an id, whoever's it is; null when there is none. */
    @Nullable OrderSnapshot find(UUID orderId);

    /**
     * The transfer that a trader's shard has made for an order elsewhere; null when there is none.
     */
    @Nullable Transfer sent(UUID orderId);

    /** A trader's orders in the query's order, at most its limit. */
    List<OrderSnapshot> list(OrderQuery query);
}
