package org.fogg.trader.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.client.Money;
import org.fogg.trader.bench.client.Replies;
import org.fogg.trader.bench.floor.FloorListing;
import org.fogg.trader.bench.load.Generator;
import org.fogg.trader.bench.mix.Stock;
import tools.jackson.core.JacksonException;

/**
 * What can be traded, as the exchanges say.
 *
 * @param stocks by georegion
 * @param floorStocks of the first georegion, for the floor
 */
record Listings(Map<String, List<Stock>> stocks, List<FloorListing> floorStocks) {

    /** Asks every exchange. */
    static Listings read(BenchTarget target, Generator.Caller caller, long now)
            throws InterruptedException {
        Map<String, List<Stock>> stocks = new LinkedHashMap<>();
        List<FloorListing> floorStocks = new ArrayList<>();
        target.georegions().forEach(g -> stocks.put(g.name(), new ArrayList<>()));
        String first = target.georegions().get(0).name();
        for (BenchTarget.Exchange exchange : target.exchanges()) {
            List<Stock> own = stocks.get(exchange.georegion());
            for (Replies.Listed listed : ask(exchange, caller)) {
                String text = listed.price();
                long price = text == null ? 0 : Money.parse(text);
                if (own != null && price > 0) {
                    long increment = Money.parse(listed.priceIncrement());
                    own.add(
                            new Stock(
                                    listed.symbol(),
                                    exchange.georegion(),
                                    increment,
                                    price,
                                    now,
                                    exchange.rttMicros() * 1_000));
                }
                if (exchange.georegion().equals(first) && price > 0) {
                    floorStocks.add(new FloorListing(exchange.url(), listed.stockId(), price));
                }
            }
        }
        stocks.forEach(
                (georegion, own) -> {
                    if (own.isEmpty()) {
                        throw new BenchException(
                                "No stock of georegion " + georegion + " has a price");
                    }
                });
        return new Listings(stocks, floorStocks);
    }

    private static List<Replies.Listed> ask(BenchTarget.Exchange exchange, Generator.Caller caller)
            throws InterruptedException {
        CompletableFuture<HttpReply> asked = new CompletableFuture<>();
        URI url = exchange.url();
        caller.call(
                new HttpCall("GET", url, "/stocks", null, null, HttpCall.JSON), asked::complete);
        try {
            HttpReply reply = asked.get();
            if (reply.isOk()) {
                return Replies.listed(reply.body());
            }
            throw new BenchException(
                    "Exchange "
                            + exchange.code()
                            + " at "
                            + url
                            + " does not list its stocks: "
                            + (reply.failure() == null ? reply.status() : reply.failure()));
        } catch (ExecutionException | JacksonException e) {
            throw new BenchException(
                    "Exchange " + exchange.code() + " at " + url + " does not list its stocks", e);
        }
    }
}
