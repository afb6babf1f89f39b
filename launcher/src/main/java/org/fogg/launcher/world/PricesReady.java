package org.fogg.launcher.world;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fogg.launcher.json.Json;
import tools.jackson.databind.JsonNode;

/** Waits until every stock has a price, at its exchange and at every broker of its georegion. */
final class PricesReady {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 250;

    private final Http http;

    PricesReady(Http http) {
        this.http = http;
    }

    /**
     * Waits.
     *
     * @throws WorldException if a stock has no price in time
     */
    void await(WorldFile world) throws InterruptedException {
        List<URI> prices = new ArrayList<>();
        for (WorldFile.Exchange exchange : world.exchanges()) {
            URI stocks = URI.create(exchange.url() + "/stocks");
            poll(stocks, () -> hasPrices(http.get(stocks)));
            for (String symbol : symbols(http.get(stocks))) {
                for (WorldFile.Broker broker : world.brokersOf(exchange.georegion())) {
                    prices.add(URI.create(broker.url() + "/v2/stocks/" + symbol + "/price"));
                }
            }
        }
        for (URI price : prices) {
            poll(price, () -> http.get(price, world.admin()).isPresent());
        }
    }

    @FunctionalInterface
    private interface Question {
        boolean isAnswered();
    }

    private static void poll(URI where, Question question) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!question.isAnswered()) {
            if (System.nanoTime() - deadline > 0) {
                throw new WorldException(
                        "Not every stock had a price after "
                                + PATIENCE.toSeconds()
                                + " s; see "
                                + where);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean hasPrices(Optional<String> stocks) {
        if (stocks.isEmpty()) {
            return false;
        }
        for (JsonNode stock : Json.tree(stocks.get())) {
            JsonNode price = stock.get("price");
            if (price == null || new BigDecimal(price.asString("0")).signum() <= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> symbols(Optional<String> stocks) {
        List<String> symbols = new ArrayList<>();
        for (JsonNode stock : Json.tree(stocks.orElse("[]"))) {
            symbols.add(stock.path("symbol").asString());
        }
        return symbols;
    }
}
