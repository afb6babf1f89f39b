package org.fogg.ticker.price;

import java.util.List;
import java.util.Locale;

/** Rows of {@code time,symbol,price}: one price of one of many stocks. */
final class TickRows implements RowForm {

    private final PriceRows prices;
    private final int time;
    private final int symbol;
    private final int price;

    TickRows(List<String> names, PriceRows prices) {
        this.prices = prices;
        this.time = names.indexOf("time");
        this.symbol = names.indexOf("symbol");
        this.price = names.indexOf("price");
    }

    @Override
    public void add(List<String> fields) throws PriceFileException {
        String name = prices.text(fields, symbol, "symbol").toUpperCase(Locale.ROOT);
        if (!Symbols.isValid(name)) {
            throw prices.refusal(
                    "symbol must be 1 to 24 of A-Z, 0-9, . and -, not \"" + name + '"');
        }
        prices.add(prices.time(fields, time, "time"), name, prices.price(fields, price, "price"));
    }
}
