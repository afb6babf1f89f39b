package org.fogg.broker.market;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The georegion's exchanges and stocks, as their listings say. Grows while running. Thread-safe.
 */
public interface MarketDirectory {

    /** The stock of a symbol; null when none is listed here. */
    @Nullable Stock stock(String symbol);

    /** The stock of a number; null when none is listed here. */
    @Nullable Stock stock(int stockId);

    /** The exchange of a number; null when not known. */
    @Nullable Exchange exchange(int exchangeId);

    /** All stocks, ordered by symbol. */
    Collection<Stock> stocks();

    /** All exchanges, ordered by number. */
    Collection<Exchange> exchanges();

    /** Whether the listings have been read to their end at least once. */
    boolean isLoaded();
}
