package org.fogg.broker.portfolio;

import java.util.concurrent.CompletionStage;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;

/** Keeps at home what other georegions tell. Thread-safe; no call waits for anything. */
public interface PortfolioStore {

    /** Keeps an order as of its version; where a later one is kept already nothing changes. */
    CompletionStage<Void> keep(OrderSnapshot order);

    /**
     * Keeps that an order was refused. Should it be accepted all the same, when it comes again,
     * that is kept in its place.
     *
     * @param at when, nanoseconds since the Unix epoch
     */
    CompletionStage<Void> keepRefused(OrderTerms order, Reason reason, long at);
}
