package org.fogg.trader.bench.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fogg.trader.bench.client.ApiKey;
import org.fogg.trader.bench.client.Replies;
import org.fogg.trader.bench.mix.Stock;
import org.fogg.trader.bench.mix.Trader;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a run: where new ones are opened, and whose they are. Only {@link #isOurs} may be
 * called from any thread.
 */
public final class Accounts {

    private static final int WATCHED = 4;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<Home> homes;
    private final ApiKey administrator;
    private final long cash;
    private final RandomGenerator random;
    private final Supplier<UUID> ids;
    private final Map<UUID, Trader> traders = new LinkedHashMap<>();
    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> exchangeNanos = new HashMap<>();
    private int next;

    /**
     * A georegion that traders connect to.
     *
     * @param brokers base addresses of its brokers, not empty
     * @param stocks of its exchanges, not empty
     * @param nearestNanos round trip between its brokers and the nearest trader
     * @param farthestNanos the same for the farthest; traders are spread evenly between
     */
    public record Home(
            List<URI> brokers, List<Stock> stocks, long nearestNanos, long farthestNanos) {
        public Home {
            brokers = List.copyOf(brokers);
            stocks = List.copyOf(stocks);
        }

        /** One whose traders are beside its brokers. */
        Home(List<URI> brokers, List<Stock> stocks) {
            this(brokers, stocks, 0, 0);
        }

        /** The round trip of a trader, by its number, so that any first few are spread too. */
        private long roundTripNanos(int number) {
            double place = number * GOLDEN % 1;
            return nearestNanos + Math.round((farthestNanos - nearestNanos) * place);
        }
    }

    /**
     * No accounts yet.
     *
     * @param homes not empty; accounts are opened in them in turn
     * @param cash of each new account, in 1/10,000
     * @param random chooses the stocks that a trader watches
     * @param ids new traders' ids, never the same twice
     */
    public Accounts(
            List<Home> homes,
            ApiKey administrator,
            long cash,
            RandomGenerator random,
            Supplier<UUID> ids) {
        this.homes = List.copyOf(homes);
        this.administrator = administrator;
        this.cash = cash;
        this.random = random;
        this.ids = ids;
        for (Home home : homes) {
            home.stocks()
                    .forEach(stock -> exchangeNanos.put(stock.symbol(), stock.exchangeNanos()));
        }
    }

    /** Chooses id and home of an account to be opened. */
    Opening plan() {
        Opening opening = new Opening(ids.get(), homes.get(next++ % homes.size()));
        asked.add(opening.traderId());
        return opening;
    }

    /** Takes an account that was opened. */
    void opened(Opening opening, Replies.Opened reply) {
        List<Stock> left = new ArrayList<>(opening.home().stocks());
        List<Stock> watched = new ArrayList<>();
        while (watched.size() < WATCHED && !left.isEmpty()) {
            watched.add(left.remove(random.nextInt(left.size())));
        }
        Trader trader =
                new Trader(
                        opening.traderId(),
                        new ApiKey(reply.keyId(), reply.secretKey()),
                        rotated(opening.home().brokers(), traders.size()),
                        watched,
                        abroad(opening.home()),
                        opening.home().roundTripNanos(traders.size() / homes.size()),
                        cash);
        traders.put(trader.id(), trader);
    }

    /** One stock of each other georegion. */
    private List<Stock> abroad(Home home) {
        List<Stock> abroad = new ArrayList<>();
        for (Home other : homes) {
            if (!other.equals(home)) {
                abroad.add(other.stocks().get(random.nextInt(other.stocks().size())));
            }
        }
        return abroad;
    }

    /** The exchange's distance from its brokers, by symbol, in nanoseconds of a round trip. */
    long exchangeNanos(String symbol) {
        return exchangeNanos.getOrDefault(symbol, 0L);
    }

    /** Each trader begins with another broker, so that all brokers have clients. */
    private static List<URI> rotated(List<URI> brokers, int by) {
        List<URI> rotated = new ArrayList<>(brokers);
        Collections.rotate(rotated, by);
        return rotated;
    }

    ApiKey administrator() {
        return administrator;
    }

    long cash() {
        return cash;
    }

    /** Every account that was opened. */
    public List<Trader> all() {
        return List.copyOf(traders.values());
    }

    /** The trader of an id; null when it is none of this run, or not known to be opened. */
    public @Nullable Trader find(UUID id) {
        return traders.get(id);
    }

    /** Whether this run opened the account, or tried to. May be called from any thread. */
    public boolean isOurs(UUID id) {
        return asked.contains(id);
    }

    /** An account to be opened. */
    record Opening(UUID traderId, Home home) {}
}
