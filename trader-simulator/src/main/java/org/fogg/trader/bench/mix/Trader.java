package org.fogg.trader.bench.mix;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fogg.contracts.Ids;
import org.fogg.trader.bench.client.ApiKey;
import org.jspecify.annotations.Nullable;

/**
 * A simulated trader: an account, and what the trader knows of it from answers and order events.
 * Times in {@link System#nanoTime} terms. Not thread-safe.
 */
public final class Trader {

    private static final int ONE_ABROAD_IN = 10;

    private final UUID id;
    private final ApiKey key;
    private final List<URI> brokers;
    private final List<Stock> watched;
    private final List<Stock> abroad;
    private final long roundTripNanos;
    private final ForeignCash foreignCash = new ForeignCash();
    private final Map<String, Holding> holdings = new HashMap<>();
    private final Map<UUID, OwnOrder> open = new LinkedHashMap<>();
    private long cash;

    /**
     * A trader with cash and nothing else.
     *
     * @param brokers where to send requests; the first unless it fails
     * @param watched the stocks this trader trades, not empty
     */
    public Trader(UUID id, ApiKey key, List<URI> brokers, List<Stock> watched, long cash) {
        this(id, key, brokers, watched, List.of(), 0, cash);
    }

    /**
     * The same in a world of several georegions or with distances.
     *
     * @param abroad the stocks of other georegions that this trader trades
     * @param roundTripNanos to the brokers and back
     */
    public Trader(
            UUID id,
            ApiKey key,
            List<URI> brokers,
            List<Stock> watched,
            List<Stock> abroad,
            long roundTripNanos,
            long cash) {
        this.id = id;
        this.key = key;
        this.brokers = List.copyOf(brokers);
        this.watched = List.copyOf(watched);
        this.abroad = List.copyOf(abroad);
        this.roundTripNanos = roundTripNanos;
        this.cash = cash;
    }

    /** The trader's id. */
    public UUID id() {
        return id;
    }

    /** What the trader's requests carry. */
    public ApiKey key() {
        return key;
    }

    /** The broker for the given attempt of a request, counted from 0. */
    public URI broker(int attempt) {
        return brokers.get(attempt % brokers.size());
    }

    /** Round trip in nanoseconds to the brokers. */
    public long roundTripNanos() {
        return roundTripNanos;
    }

    /** The stocks at home that this trader trades. */
    public List<Stock> watched() {
        return watched;
    }

    /** The stocks of other georegions that this trader trades. */
    public List<Stock> abroad() {
        return abroad;
    }

    /** The georegion that this trader connects to. */
    public String home() {
        return watched.get(0).georegion();
    }

    /** Whether a stock is listed elsewhere than at home. */
    public boolean isAbroad(Stock stock) {
        return !stock.georegion().equals(home());
    }

    /** Chooses the stock of an order: in one of ten cases one abroad, where there is any. */
    Stock chooseStock(RandomGenerator random) {
        boolean away = !abroad.isEmpty() && random.nextInt(ONE_ABROAD_IN) == 0;
        List<Stock> stocks = away ? abroad : watched;
        return stocks.get(random.nextInt(stocks.size()));
    }

    /** Orders not known to be closed, the oldest first. */
    public Iterable<OwnOrder> openOrders() {
        return open.values();
    }

    /** How many orders are not known to be closed. */
    public int openCount() {
        return open.size();
    }

    /** Notes an order that is being sent. */
    public OwnOrder send(String clientOrderId, OrderForm form, long now) {
        OwnOrder order = replace(clientOrderId, form, now);
        if (isAbroad(form.stock()) && form.isBuy()) {
            // It takes along what it may cost, and what is left of that stays there.
            long taken = Math.multiplyExact(form.quantity(), form.atMost());
            cash -= taken;
            foreignCash.comes(form.stock().georegion(), taken);
        }
        return order;
    }

    /** Notes an order that is being sent in another one's place, where its money is already. */
    public OwnOrder replace(String clientOrderId, OrderForm form, long now) {
        OwnOrder order = new OwnOrder(Ids.orderId(id, clientOrderId), clientOrderId, form, now);
        open.put(order.id(), order);
        return order;
    }

    /**
     * Takes what became of an order, from an answer or an event; old news change nothing.
     *
     * @param filledSoFar shares traded up to then
     * @param price of what was traded since the last news
     */
    public void learn(UUID orderId, long filledSoFar, long price, boolean closed, long now) {
        OwnOrder order = open.get(orderId);
        if (order == null) {
            return;
        }
        long news = order.fill(filledSoFar);
        if (news > 0) {
            long change = order.form().isBuy() ? news : -news;
            Stock stock = order.form().stock();
            holding(stock.symbol()).change(change, now);
            if (isAbroad(stock)) {
                foreignCash.comes(stock.georegion(), -change * price);
            } else {
                cash -= change * price;
            }
        }
        if (closed || order.remaining() == 0) {
            open.remove(orderId);
        }
    }

    /** Forgets an order that was refused or whose fate nobody will tell. */
    public void forget(UUID orderId) {
        open.remove(orderId);
    }

    /**
     * Takes an answer to a look at holdings; what is not in it is not held. Of stocks abroad it is
     * late, and is not used.
     */
    public void seeHoldings(Map<String, Long> shares, long sentAt) {
        for (Stock stock : watched) {
            holding(stock.symbol()).see(shares.getOrDefault(stock.symbol(), 0L), sentAt);
        }
    }

    /** A georegion from which cash is worth bringing home, where nothing is on its way; or null. */
    public @Nullable String chooseToSweep() {
        return foreignCash.choose(open.values());
    }

    /** Takes what a sweep brought home; what is left there is not worth one. */
    public void swept(String georegion, long amount) {
        foreignCash.left(georegion);
        cash += amount;
    }

    /** Takes a deposit. */
    public void deposited(long amount) {
        cash += amount;
    }

    /** Shares of a stock that are held and not already offered in an open order. */
    public long available(Stock stock) {
        Holding holding = holdings.get(stock.symbol());
        long shares = holding == null ? 0 : holding.quantity;
        for (OwnOrder order : open.values()) {
            if (!order.form().isBuy() && order.form().stock() == stock) {
                shares -= order.remaining();
            }
        }
        return shares;
    }

    /** Cash that no open order may need, by this trader's own reckoning. */
    public long spendable() {
        long free = cash;
        for (OwnOrder order : open.values()) {
            if (order.form().isBuy() && !isAbroad(order.form().stock())) {
                free -= order.remaining() * order.form().worth();
            }
        }
        return free;
    }

    /** What the holdings are worth at the last known prices. */
    public long invested() {
        long value = 0;
        for (Stock stock : watched) {
            Holding holding = holdings.get(stock.symbol());
            value += holding == null ? 0 : holding.quantity * stock.price();
        }
        return value;
    }

    /**
     * An order to cancel: one sent before a time, or the oldest when there are more than so many.
     * It is not chosen again.
     */
    public @Nullable OwnOrder chooseToCancel(long sentBefore, int most) {
        for (OwnOrder order : open.values()) {
            if (order.isCanceling() || order.form().type() == Operation.MARKET) {
                continue;
            }
            if (order.sentAt() - sentBefore < 0 || open.size() > most) {
                order.cancel();
                return order;
            }
            return null;
        }
        return null;
    }

    private Holding holding(String symbol) {
        return holdings.computeIfAbsent(symbol, s -> new Holding());
    }

    /** A look that was sent before the last own change may not have seen it, and is not used. */
    private static final class Holding {
        private long quantity;
        private long changedAt = Long.MIN_VALUE;

        void change(long by, long now) {
            quantity += by;
            changedAt = now;
        }

        void see(long seen, long sentAt) {
            if (changedAt == Long.MIN_VALUE || sentAt - changedAt > 0) {
                quantity = seen;
            }
        }
    }
}
