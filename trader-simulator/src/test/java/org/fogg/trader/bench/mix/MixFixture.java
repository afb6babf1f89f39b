package org.fogg.trader.bench.mix;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.trader.bench.client.ApiKey;
import org.fogg.trader.bench.client.Money;

/** Stocks and traders for tests of mixes. */
final class MixFixture {

    static final long CASH = 100_000 * Money.UNIT;
    static final long PRICE = 100 * Money.UNIT;
    static final long SECOND = 1_000_000_000;

    private MixFixture() {}

    /** A stock at 100 USD that moves typically 1 USD in a second. */
    static Stock stock(String symbol) {
        return stock(symbol, "europe");
    }

    /** The same in a georegion. */
    static Stock stock(String symbol, String georegion) {
        Stock stock = new Stock(symbol, georegion, 100, PRICE, 0);
        long at = 0;
        for (int i = 0; i < 200; i++) {
            at += SECOND;
            stock.observe(i % 2 == 0 ? PRICE + Money.UNIT : PRICE, at);
        }
        return stock;
    }

    static void goes(Stock stock, int trend) {
        stock.observe(stock.price(), trend, 1_000 * SECOND);
    }

    static Trader trader(int number, Stock... stocks) {
        return new Trader(
                new UUID(1, number),
                new ApiKey("key" + number, "secret"),
                List.of(URI.create("http://127.0.0.1:1")),
                List.of(stocks),
                CASH);
    }

    /** A trader of Europe with one stock there and one elsewhere. */
    static Trader traderAbroad(Stock home, Stock away) {
        return new Trader(
                new UUID(1, 1),
                new ApiKey("key", "secret"),
                List.of(URI.create("http://127.0.0.1:1")),
                List.of(home),
                List.of(away),
                0,
                CASH);
    }

    /** Gives a trader shares as if they had been bought long ago. */
    static void gives(Trader trader, Stock stock, long shares) {
        OwnOrder order =
                trader.send("gift" + stock.symbol(), OrderForm.market(stock, true, shares), 0);
        trader.learn(order.id(), shares, 0, true, 0);
    }

    static List<Trader> traders(int count, Stock... stocks) {
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            traders.add(trader(i, stocks));
        }
        return traders;
    }

    /** A plan as text: operation, time, trader and stock of each. */
    static List<String> plan(Mix mix, int orders) {
        List<String> plan = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            mix.plan(i * SECOND, op -> plan.add(text(op)));
        }
        return plan;
    }

    private static String text(PlannedOp op) {
        Trader trader = op.trader();
        Stock stock = op.stock();
        return (op.isOrder() ? "ORDER" : String.valueOf(op.operation()))
                + '@'
                + op.plannedAt()
                + ' '
                + (trader == null ? "" : trader.id())
                + ' '
                + (stock == null ? "" : stock.symbol());
    }
}
