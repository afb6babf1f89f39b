package org.fogg.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.fogg.analytics.Messages.Event;
import org.fogg.analytics.Messages.Stock;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;

/**
 * A little market: what happened in the last ten minutes, the same in every run but for the time.
 */
public final class Seed {

    private static final Duration WINDOW = Duration.ofMinutes(9);
    private static final Duration STEP = Duration.ofSeconds(3);
    private static final int TRADES_A_STEP = 8;
    private static final int REJECTED_EVERY = 10;
    private static final int FLUSHED_EVERY = 10_000;
    private static final int INSUFFICIENT_CASH = 10;
    private static final int PRICE_DISTANCE = 22;

    private final TestAnalytics analytics;
    private final String georegion;
    private final List<Stock> stocks;
    private final long[] prices;
    private final SplittableRandom random = new SplittableRandom(80);
    private int trades;
    private int rejections;

    /**
     * A market of that georegion.
     *
     * @param suffix makes the symbols those of one test
     */
    public Seed(TestAnalytics analytics, String georegion, String suffix) {
        this.analytics = analytics;
        this.georegion = georegion;
        int id = ThreadLocalRandom.current().nextInt(1_000_000_000, 2_000_000_000);
        stocks =
                List.of(
                        stock(id, "SHEL.L" + suffix, "Shell", "XLON", 51.515, -0.099),
                        stock(id + 1, "AZN.L" + suffix, "AstraZeneca", "XLON", 51.515, -0.099),
                        stock(id + 2, "HSBA.L" + suffix, "HSBC", "XLON", 51.515, -0.099),
                        stock(id + 3, "SAP.F" + suffix, "SAP", "XFRA", 50.115, 8.678),
                        stock(id + 4, "SIE.F" + suffix, "Siemens", "XFRA", 50.115, 8.678),
                        stock(id + 5, "ALV.F" + suffix, "Allianz", "XFRA", 50.115, 8.678),
                        stock(id + 6, "MC.P" + suffix, "LVMH", "XPAR", 48.869, 2.331),
                        stock(id + 7, "OR.P" + suffix, "L'Oréal", "XPAR", 48.869, 2.331),
                        stock(id + 8, "AIR.P" + suffix, "<b>Air</b> & Bus", "XPAR", 48.869, 2.331));
        prices = stocks.stream().mapToLong(stock -> 200_000 + random.nextInt(3_000_000)).toArray();
    }

    private static Stock stock(
            int id,
            String symbol,
            String name,
            String exchange,
            double latitude,
            double longitude) {
        return new Stock(id, symbol, name, exchange, latitude, longitude);
    }

    /** The stocks. */
    public List<Stock> stocks() {
        return stocks;
    }

    /** How many trades were sent. */
    public int trades() {
        return trades;
    }

    /** How many rejections were sent. */
    public int rejections() {
        return rejections;
    }

    /** Sends the listings. */
    public void list() throws Exception {
        stocks.forEach(stock -> analytics.send("listings", stock.listing()));
        analytics.flush();
    }

    /** Sends what happened in the last minutes. */
    public void past() throws Exception {
        Instant now = Instant.now();
        long sequence = 0;
        for (Instant at = now.minus(WINDOW); at.isBefore(now); at = at.plus(STEP)) {
            for (int i = 0; i < stocks.size(); i++) {
                prices[i] +=
                        Math.round(prices[i] * (random.nextDouble() - 0.495 - i * 0.001) / 200);
                analytics.send("tickers", stocks.get(i).tick(++sequence, prices[i], at));
            }
            for (int i = 0; i < TRADES_A_STEP; i++) {
                trade(at.plusMillis(i));
            }
        }
        analytics.flush();
    }

    /** Sends many trades, evenly over the time until now. */
    public void spread(int count, Duration over) throws Exception {
        Instant from = Instant.now().minus(over);
        for (int i = 0; i < count; i++) {
            trade(from.plusNanos(over.toNanos() / count * i));
            if (i % FLUSHED_EVERY == 0) {
                analytics.flush();
            }
        }
        analytics.flush();
    }

    /** Sends some trades of just now. */
    public void now(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            trade(Instant.now());
        }
        analytics.flush();
    }

    private void trade(Instant at) {
        int which = (int) Math.floor(Math.pow(random.nextDouble(), 2) * stocks.size());
        Stock stock = stocks.get(which);
        OrderType type = OrderType.get((short) (1 + random.nextInt(3)));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long price = prices[which] + random.nextInt(200) - 100;
        long worse =
                switch (type) {
                    case MARKET -> random.nextInt(300) - 100;
                    case STOP -> random.nextInt(500);
                    default -> -random.nextInt(150);
                };
        long reference = side == Side.BUY ? price - worse : price + worse;
        long micros =
                900
                        + (long)
                                (Math.exp(random.nextDouble() * 3)
                                        * (type == OrderType.MARKET ? 2_000 : 700));
        trades++;
        send(stock, Event.trade(type, side, at, reference, price, micros));
        if (trades % REJECTED_EVERY == 0) {
            rejections++;
            int reason = rejections % 3 == 0 ? PRICE_DISTANCE : INSUFFICIENT_CASH;
            send(stock, Event.rejected(type, at, reason));
        }
    }

    private void send(Stock stock, Event event) {
        analytics.send("order-events", event.of(stock, georegion));
    }
}
