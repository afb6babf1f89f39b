package org.fogg.system;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders that are sent when they are due, whether those before were answered or not: each request
 * that waits has a connection of its own. Limit orders far from the market, so that they rest.
 */
final class OpenLoad {

    /** Longer than the broker lets any request wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int OK = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Trader> traders;
    private final String order;

    /**
     * @param symbol what is bought
     * @param limit below the market
     */
    OpenLoad(List<Trader> traders, String symbol, String limit) {
        this.traders = List.copyOf(traders);
        this.order =
                """
                {"symbol": "%s", "qty": "1", "side": "buy", "type": "limit", "limit_price": "%s",
                 "time_in_force": "gtc", "client_order_id": "%%s"}"""
                        .formatted(symbol, limit);
    }

    /** An order that was accepted. */
    record Accepted(Trader trader, String clientOrderId, String id) {}

    /** What came of it; times from when each order was due. */
    static final class Outcome {

        final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
        final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();

        /** What no client should see. */
        final Queue<String> wrong = new ConcurrentLinkedQueue<>();

        final AtomicInteger mostUnderWay = new AtomicInteger();
        private final Queue<Long> micros = new ConcurrentLinkedQueue<>();

        long count(int status) {
            LongAdder count = statuses.get(status);
            return count == null ? 0 : count.sum();
        }

        long sent() {
            return statuses.values().stream().mapToLong(LongAdder::sum).sum();
        }

        /** The time within which this share of the accepted orders was answered; 0 for none. */
        long micros(double share) {
            long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted.length == 0
                    ? 0
                    : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
        }

        @Override
        public String toString() {
            return "%d sent, %s, at most %d under way, p50 %.1f ms, p99 %.1f ms"
                    .formatted(
                            sent(),
                            statuses,
                            mostUnderWay.get(),
                            micros(0.5) / 1000.0,
                            micros(0.99) / 1000.0);
        }
    }

    /** Sends so many orders at a rate a second, and waits for the last answer. */
    Outcome run(int count, int ratePerS) {
        Outcome outcome = new Outcome();
        AtomicInteger underWay = new AtomicInteger();
        CompletableFuture<?>[] all = new CompletableFuture<?>[count];
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / ratePerS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int now = underWay.incrementAndGet();
            outcome.mostUnderWay.accumulateAndGet(now, Math::max);
            all[i] = send(traders.get(i % traders.size()), due, outcome, underWay);
        }
        CompletableFuture.allOf(all).join();
        return outcome;
    }

    private CompletableFuture<?> send(
            Trader trader, long due, Outcome outcome, AtomicInteger underWay) {
        String id = UUID.randomUUID().toString();
        HttpRequest request =
                trader.rest()
                        .request("/v2/orders")
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(order.formatted(id)))
                        .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .handle(
                        (response, failure) -> {
                            underWay.decrementAndGet();
                            if (failure != null) {
                                outcome.wrong.add(failure.toString());
                                count(outcome, 0);
                            } else {
                                answered(trader, id, response, due, outcome);
                            }
                            return null;
                        });
    }

    private static void answered(
            Trader trader, String id, HttpResponse<String> response, long due, Outcome outcome) {
        int status = response.statusCode();
        count(outcome, status);
        switch (status) {
            case OK -> {
                outcome.micros.add((System.nanoTime() - due) / 1000);
                outcome.accepted.add(new Accepted(trader, id, orderId(response.body())));
            }
            case 429, 503 -> {
                if (response.headers().firstValue("Retry-After").isEmpty()) {
                    outcome.wrong.add(status + " without Retry-After: " + response.body());
                }
            }
            default -> outcome.wrong.add(status + ": " + response.body());
        }
    }

    private static String orderId(String body) {
        return JSON.readTree(body).path("id").asString("");
    }

    private static void count(Outcome outcome, int status) {
        outcome.statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
    }
}
