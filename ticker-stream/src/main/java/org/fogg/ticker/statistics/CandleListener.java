package org.fogg.ticker.statistics;

/** Is told of candles that have ended, on the thread that brought the tick which ended them. */
@FunctionalInterface
public interface CandleListener {

    /** For those who only read snapshots. */
    CandleListener NONE = (size, candle) -> {};

    /** A candle will not change any more. */
    void onCandle(CandleSize size, Candle candle);
}
