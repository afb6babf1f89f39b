package org.fogg.broker.market;

import org.jspecify.annotations.Nullable;

/** What this broker has seen of each stock's prices. Thread-safe. */
public interface StatisticsView {

    /** The figures as of the last tick; null when no tick has been seen. */
    @Nullable StockFigures figures(int stockId);
}
