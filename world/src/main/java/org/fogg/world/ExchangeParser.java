package org.fogg.world;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the exchanges and their stocks. */
final class ExchangeParser {

    private static final Set<String> EXCHANGE_FIELDS =
            Set.of(
                    "id",
                    "code",
                    "name",
                    "georegion",
                    "city",
                    "latitude",
                    "longitude",
                    "time_zone",
                    "rtt_ms",
                    "stocks");
    private static final Set<String> STOCK_FIELDS =
            Set.of("symbol", "name", "price", "volatility", "increment");

    private static final int PRICE_DIGITS = 4;
    private static final int PERCENT_DIGITS = 2;
    private static final long DEFAULT_INCREMENT = 100;
    private static final int MAX_EXCHANGES = 200_000;
    private static final int MAX_STOCKS = 9_999;
    private static final int MAX_VOLATILITY = 100_000;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,12}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.-]{1,24}");

    private final Map<String, Set<String>> awsRegionsByGeoregion = new HashMap<>();
    private final Set<Integer> ids = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> symbols = new HashSet<>();

    ExchangeParser(List<Georegion> georegions) {
        for (Georegion each : georegions) {
            Set<String> awsRegions = new LinkedHashSet<>();
            each.dataCentres().forEach(dc -> awsRegions.add(dc.awsRegion()));
            awsRegionsByGeoregion.put(each.name(), awsRegions);
        }
    }

    List<ExchangeListing> all(YamlFields top) {
        List<ExchangeListing> exchanges = new ArrayList<>();
        for (YamlFields each : top.list("exchanges", EXCHANGE_FIELDS)) {
            exchanges.add(exchange(each));
        }
        return exchanges;
    }

    private ExchangeListing exchange(YamlFields fields) {
        int id = fields.whole("id", 1, MAX_EXCHANGES);
        if (!ids.add(id)) {
            throw fields.refusal("id", id + " is taken by an exchange above");
        }
        String code = fields.text("code");
        if (!CODE.matcher(code).matches()) {
            throw fields.refusal("code", "must be 1 to 12 of A-Z and 0-9, not \"" + code + '"');
        }
        if (!codes.add(code)) {
            throw fields.refusal("code", code + " is taken by an exchange above");
        }
        String georegion = fields.text("georegion");
        Set<String> awsRegions = awsRegionsByGeoregion.get(georegion);
        if (awsRegions == null) {
            throw fields.refusal("georegion", georegion + " is no georegion above");
        }
        return new ExchangeListing(
                id,
                code,
                fields.text("name"),
                georegion,
                fields.text("city"),
                Values.degrees(fields, "latitude", 90),
                Values.degrees(fields, "longitude", 180),
                zone(fields),
                Values.roundTrips(fields, "rtt_ms", awsRegions),
                stocks(fields));
    }

    private static ZoneId zone(YamlFields fields) {
        String name = fields.text("time_zone");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw fields.refusal("time_zone", "must be like Europe/London, not \"" + name + '"');
        }
    }

    private List<StockListing> stocks(YamlFields exchange) {
        List<StockListing> stocks = new ArrayList<>();
        for (YamlFields each : exchange.list("stocks", STOCK_FIELDS)) {
            stocks.add(stock(each));
        }
        if (stocks.size() > MAX_STOCKS) {
            throw exchange.refusal("stocks", "must be at most " + MAX_STOCKS);
        }
        return stocks;
    }

    private StockListing stock(YamlFields fields) {
        String symbol = fields.text("symbol");
        if (!SYMBOL.matcher(symbol).matches()) {
            throw fields.refusal(
                    "symbol", "must be 1 to 24 of A-Z, 0-9, . and -, not \"" + symbol + '"');
        }
        if (!symbols.add(symbol)) {
            throw fields.refusal("symbol", symbol + " is listed above");
        }
        long increment =
                fields.has("increment")
                        ? fields.decimal("increment", PRICE_DIGITS)
                        : DEFAULT_INCREMENT;
        if (increment <= 0) {
            throw fields.refusal("increment", "must be above 0");
        }
        long price = fields.decimal("price", PRICE_DIGITS);
        if (price <= 0 || price % increment != 0) {
            throw fields.refusal("price", "must be above 0 and a multiple of the increment");
        }
        long volatility = fields.decimal("volatility", PERCENT_DIGITS);
        if (volatility < 1 || volatility > MAX_VOLATILITY) {
            throw fields.refusal("volatility", "must be from 0.01 to 1000 percent a year");
        }
        return new StockListing(symbol, fields.text("name"), price, increment, (int) volatility);
    }
}
