package org.fogg.broker.market;

import org.agrona.collections.Int2ObjectHashMap;
import org.fogg.ticker.statistics.CandleListener;
import org.fogg.ticker.statistics.Figures;
import org.fogg.ticker.statistics.StockStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Last price and statistics of every stock that has ticked, also of other georegions. The ticks of
 * a stock come from one thread; reads come from any thread and never wait for it, but for the
 * figures, which lock one stock for nanoseconds.
 */
public final class PriceBoard implements LastPrices, StatisticsView {

    private volatile Int2ObjectHashMap<Cell> cells = new Int2ObjectHashMap<>();

    private static final class Cell {

        private final StockStatistics statistics = new StockStatistics(CandleListener.NONE);
        private volatile long price;
        private volatile long sequence;
        private volatile long publishedAt;
    }

    /** Takes in a tick; one that is not later than the last changes nothing. */
    public void onTick(int stockId, long sequence, long price, long publishedAt) {
        Cell cell = cells.get(stockId);
        if (cell == null) {
            cell = add(stockId);
        }
        if (sequence > cell.sequence) {
            cell.price = price;
            cell.publishedAt = publishedAt;
            cell.sequence = sequence;
            cell.statistics.onTick(price, publishedAt);
        }
    }

    private synchronized Cell add(int stockId) {
        Cell present = cells.get(stockId);
        if (present != null) {
            return present;
        }
        var next = new Int2ObjectHashMap<Cell>();
        cells.forEachInt(next::put);
        var cell = new Cell();
        next.put(stockId, cell);
        cells = next;
        return cell;
    }

    @Override
    public long price(int stockId) {
        Cell cell = cells.get(stockId);
        return cell == null ? 0 : cell.price;
    }

    @Override
    public long sequence(int stockId) {
        Cell cell = cells.get(stockId);
        return cell == null ? 0 : cell.sequence;
    }

    @Override
    public long publishedAt(int stockId) {
        Cell cell = cells.get(stockId);
        return cell == null ? 0 : cell.publishedAt;
    }

    @Override
    public @Nullable StockFigures figures(int stockId) {
        Cell cell = cells.get(stockId);
        Figures figures = cell == null ? null : cell.statistics.figures();
        if (cell == null || figures == null) {
            return null;
        }
        return new StockFigures(
                stockId,
                cell.sequence,
                figures.at(),
                figures.last(),
                figures.open(),
                figures.high(),
                figures.low(),
                figures.change(),
                figures.changeBasisPoints(),
                figures.trend(),
                figures.simpleAverage(),
                figures.exponentialAverage(),
                Math.round(figures.volatilityBasisPoints()),
                figures.ticks());
    }
}
