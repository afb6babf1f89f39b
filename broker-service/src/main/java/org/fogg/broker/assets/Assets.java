package org.fogg.broker.assets;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.market.ForeignDirectory;
import org.fogg.broker.market.ForeignDirectory.ForeignStock;
import org.fogg.broker.market.MarketDirectory;
import org.fogg.broker.market.Stock;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Parameters;
import org.fogg.broker.web.Texts;
import org.jspecify.annotations.Nullable;

/** Finds stocks by the names that clients use. Thread-safe. */
public final class Assets {

    private final MarketDirectory directory;
    private final ForeignDirectory foreign;
    private final ForeignBrokers brokers;
    private final Map<UUID, Integer> stockIds = new ConcurrentHashMap<>();

    /**
     * Looks into these directories.
     *
     * @param brokers tell whether there is a way to a stock of another georegion
     */
    public Assets(MarketDirectory directory, ForeignDirectory foreign, ForeignBrokers brokers) {
        this.directory = directory;
        this.foreign = foreign;
        this.brokers = brokers;
    }

    /** The asset id of a symbol: the same for ever, everywhere. */
    public static UUID idOf(String symbol) {
        return UUID.nameUUIDFromBytes(("asset:" + symbol).getBytes(StandardCharsets.US_ASCII));
    }

    /** The first moment of the next day in a time zone. */
    public static Instant nextMidnight(Clock clock, ZoneId zone) {
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /**
     * The stock of a symbol or asset id; null when there is none.
     *
     * @throws UnavailableException while the listings are not known
     */
    public @Nullable Stock find(String symbolOrId) {
        Stock stock = directory.stock(symbolOrId);
        if (stock == null && Parameters.isUuid(symbolOrId)) {
            stock = ofId(UUID.fromString(symbolOrId));
        }
        if (stock == null && !directory.isLoaded()) {
            throw new UnavailableException(
                    "the exchanges' listings are not known yet", Duration.ofSeconds(1), false);
        }
        return stock;
    }

    /**
     * The stock of a symbol or asset id in a path.
     *
     * @throws ApiException 404 when there is none
     */
    public Stock get(String symbolOrId) {
        Stock stock = find(symbolOrId);
        if (stock == null) {
            throw ApiException.notFound("asset not found for " + Texts.quoted(symbolOrId));
        }
        return stock;
    }

    /**
     * The stock of a symbol or asset id, here or in another georegion; null when there is none.
     *
     * @throws UnavailableException while this georegion's listings are not known
     */
    public @Nullable Stock findAnywhere(String symbolOrId) {
        ForeignStock elsewhere = findForeign(symbolOrId);
        return elsewhere == null ? find(symbolOrId) : elsewhere.stock();
    }

    /**
     * The stock of a symbol or asset id in a path, here or in another georegion.
     *
     * @throws ApiException 404 when there is none
     */
    public Stock getAnywhere(String symbolOrId) {
        ForeignStock elsewhere = findForeign(symbolOrId);
        return elsewhere == null ? get(symbolOrId) : elsewhere.stock();
    }

    /** The symbol of a stock's number; a stock that is not listed any more shows its number. */
    public String symbol(int stockId) {
        Stock stock = listed(stockId);
        return stock == null ? "STOCK-" + stockId : stock.symbol();
    }

    /** The stock of a number, here or in another georegion; null when it is not listed. */
    public @Nullable Stock listed(int stockId) {
        Stock stock = directory.stock(stockId);
        if (stock != null) {
            return stock;
        }
        ForeignStock elsewhere = foreign.stock(stockId);
        return elsewhere == null ? null : elsewhere.stock();
    }

    /** The other georegion that lists a stock; null when it is listed here or nowhere. */
    public @Nullable String georegion(int stockId) {
        ForeignStock elsewhere = directory.stock(stockId) != null ? null : foreign.stock(stockId);
        return elsewhere == null ? null : elsewhere.georegion();
    }

    /** Whether there is a way to the georegion of a stock. */
    boolean isTradable(ForeignStock stock) {
        return brokers.isReachable(stock.georegion());
    }

    /** The stock of a symbol or asset id in another georegion; null when none is known. */
    @Nullable ForeignStock findForeign(String symbolOrId) {
        ForeignStock stock = foreign.stock(symbolOrId);
        if (stock == null && Parameters.isUuid(symbolOrId)) {
            UUID id = UUID.fromString(symbolOrId);
            return foreign.stocks().stream()
                    .filter(each -> idOf(each.stock().symbol()).equals(id))
                    .findFirst()
                    .orElse(null);
        }
        return stock;
    }

    /** The stocks of other georegions, in no particular order. */
    Collection<ForeignStock> allForeign() {
        return foreign.stocks();
    }

    /** The georegion's stocks, ordered by symbol. */
    public Collection<Stock> all() {
        return directory.stocks();
    }

    private @Nullable Stock ofId(UUID id) {
        Integer known = stockIds.get(id);
        if (known == null) {
            directory.stocks().forEach(stock -> stockIds.put(idOf(stock.symbol()), stock.id()));
            known = stockIds.get(id);
        }
        return known == null ? null : directory.stock(known);
    }
}
