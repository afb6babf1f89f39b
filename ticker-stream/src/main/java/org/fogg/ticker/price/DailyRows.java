package org.fogg.ticker.price;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of {@code date,open,high,low,close,…}: four prices a day of one stock. */
final class DailyRows implements RowForm {

    private final PriceRows prices;
    private final String symbol;
    private final int date;
    private final int open;
    private final int high;
    private final int low;
    private final int close;
    private final Map<Long, Long> lineByTime = new HashMap<>();

    DailyRows(List<String> names, PriceRows prices, String symbol) {
        this.prices = prices;
        this.symbol = symbol;
        this.date = names.indexOf("date");
        this.open = names.indexOf("open");
        this.high = names.indexOf("high");
        this.low = names.indexOf("low");
        this.close = names.indexOf("close");
    }

    @Override
    public void add(List<String> fields) throws PriceFileException {
        long day = prices.time(fields, date, "date");
        long first = prices.price(fields, open, "open");
        long highest = prices.price(fields, high, "high");
        long lowest = prices.price(fields, low, "low");
        long last = prices.price(fields, close, "close");
        if (Math.min(first, last) < lowest || Math.max(first, last) > highest) {
            throw prices.refusal("open and close must lie between low and high");
        }
        Long earlier = lineByTime.put(day, prices.line());
        if (earlier != null) {
            throw prices.refusal("the date is on line " + earlier + " already");
        }
        boolean up = last >= first;
        prices.add(day, symbol, first);
        prices.add(day, symbol, up ? lowest : highest);
        prices.add(day, symbol, up ? highest : lowest);
        prices.add(day, symbol, last);
    }
}
