package org.fogg.broker.market;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is listed in the other georegions, as far as it is known: nothing here is needed to trade at
 * home. Thread-safe.
 */
public interface ForeignDirectory {

    /** There is no other georegion. */
    ForeignDirectory NONE =
            new ForeignDirectory() {
                @Override
                public @Nullable ForeignStock stock(String symbol) {
                    return null;
                }

                @Override
                public @Nullable ForeignStock stock(int stockId) {
                    return null;
                }

                @Override
                public Collection<ForeignStock> stocks() {
                    return List.of();
                }
            };

    /** The stock of a symbol; null when none is known to be listed elsewhere. */
    @Nullable ForeignStock stock(String symbol);

    /** The stock of a number; null when none is known to be listed elsewhere. */
    @Nullable ForeignStock stock(int stockId);

    /** All stocks, those of one georegion after the other. */
    Collection<ForeignStock> stocks();

    /** A stock and where it is listed. */
    record ForeignStock(String georegion, Stock stock) {}
}
