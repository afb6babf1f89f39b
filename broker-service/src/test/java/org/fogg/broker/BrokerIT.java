package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.fogg.broker.TestBroker.Key;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The whole broker on real servers and the real exchange simulator, by plain HTTP. */
@UseServers({ServerKind.CASSANDRA, ServerKind.KAFKA})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokerIT {

    private static final String DAY = ",\"time_in_force\":\"day\"";
    private static final String GTC = ",\"time_in_force\":\"gtc\"";

    private TestExchange exchange;
    private TestBroker broker;
    private String code;

    @BeforeAll
    void start(Servers servers) {
        StringBuilder name = new StringBuilder("web-");
        for (int i = 0; i < 7; i++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        String georegion = name.toString();
        code = georegion.replace("-", "").toUpperCase(Locale.ROOT);
        exchange = new TestExchange(georegion, servers.kafka(), 0);
        broker = new TestBroker(georegion, servers.cassandra(), servers.localDc(), servers.kafka());
        broker.awaitReady("A1", "B1", "C1", "A2", "B2", "C2");
    }

    @AfterAll
    void stop() {
        broker.close();
        exchange.close();
    }

    @Test
    void shouldTradeEveryTypeAndShowItEverywhere() {
        Key trader = broker.newTrader("10000");
        price("A1", "20.00");

        JsonNode market = trader.place("buy", "market", "A1", "100", DAY);
        JsonNode limit = trader.place("buy", "limit", "A1", "10", GTC + ",\"limit_price\":19.5");
        JsonNode stop = trader.place("sell", "stop", "A1", "40", GTC + ",\"stop_price\":\"19\"");
        JsonNode stopLimit =
                trader.place(
                        "buy",
                        "stop_limit",
                        "A1",
                        "5",
                        DAY + ",\"stop_price\":\"21\",\"limit_price\":\"21.50\"");

        assertThat(market.path("status").asString()).isEqualTo("filled");
        assertThat(market.path("filled_avg_price").asString()).isEqualTo("20.00");
        assertThat(limit.path("status").asString()).isEqualTo("new");
        assertThat(account(trader, "cash")).isEqualByComparingTo("8000");
        assertThat(account(trader, "reserved")).isEqualByComparingTo("302.50");
        assertThat(account(trader, "buying_power")).isEqualByComparingTo("7697.50");
        assertThat(account(trader, "equity")).isEqualByComparingTo("10000");
        assertThat(trader.get("/v2/orders").json()).hasSize(3);

        price("A1", "19.40");
        JsonNode limitFilled = trader.await(limit.path("id").asString(), "filled");
        price("A1", "18.90");
        JsonNode stopFilled = trader.await(stop.path("id").asString(), "filled");
        price("A1", "21.20");
        JsonNode stopLimitFilled = trader.await(stopLimit.path("id").asString(), "filled");

        assertThat(limitFilled.path("filled_avg_price").asString()).isEqualTo("19.40");
        assertThat(limitFilled.path("filled_at").isNull()).isFalse();
        assertThat(stopFilled.path("filled_avg_price").asString()).isEqualTo("18.90");
        assertThat(stopLimitFilled.path("filled_avg_price").asString()).isEqualTo("21.20");
        assertThat(account(trader, "cash")).isEqualByComparingTo("8456");
        assertThat(account(trader, "reserved")).isEqualByComparingTo("0");
        JsonNode position = trader.get("/v2/positions/A1").json();
        assertThat(position.path("qty").asString()).isEqualTo("75");
        assertThat(position.path("current_price").asString()).isEqualTo("21.20");
        assertThat(position.path("market_value").asString()).isEqualTo("1590.00");
        JsonNode fills = trader.get("/v2/account/activities?direction=asc").json();
        assertThat(fills.findValuesAsString("order_id"))
                .containsExactly(
                        market.path("id").asString(),
                        limit.path("id").asString(),
                        stop.path("id").asString(),
                        stopLimit.path("id").asString());
        assertThat(fills.findValuesAsString("price"))
                .containsExactly("20.00", "19.40", "18.90", "21.20");
        assertThat(trader.get("/v2/orders").json()).isEmpty();
        assertThat(trader.get("/v2/orders?status=closed").json().findValuesAsString("id"))
                .hasSize(4);
    }

    @Test
    void shouldRepeatReplaceAndCancel() {
        Key trader = broker.newTrader("10000");
        String terms = GTC + ",\"limit_price\":\"10\",\"client_order_id\":\"first\"";

        JsonNode first = trader.place("buy", "limit", "B1", "10", terms);
        JsonNode again = trader.place("buy", "limit", "B1", "10", terms);
        Reply other = trader.order("buy", "limit", "B1", "11", terms);
        String id = first.path("id").asString();
        Reply replaced =
                trader.send("PATCH", "/v2/orders/" + id, "{\"qty\":4,\"limit_price\":\"11\"}");

        assertThat(again).isEqualTo(first);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo(40010001);
        assertThat(replaced.status()).as(replaced.response().body()).isEqualTo(200);
        assertThat(replaced.text("replaces")).isEqualTo(id);
        assertThat(replaced.text("qty")).isEqualTo("4");
        assertThat(trader.get("/v2/orders/" + id).text("status")).isEqualTo("replaced");
        assertThat(account(trader, "reserved")).isEqualByComparingTo("44");
        assertThat(trader.get("/v2/orders:by_client_order_id?client_order_id=first").text("id"))
                .isEqualTo(id);

        String path = "/v2/orders/" + replaced.text("id");
        Key stranger = broker.newTrader("1");
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.send("DELETE", path, null).status()).isEqualTo(404);
        assertThat(trader.send("DELETE", path, null).status()).isEqualTo(204);
        Reply twice = trader.send("DELETE", path, null);
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.code()).isEqualTo(42210000);
        assertThat(account(trader, "buying_power")).isEqualByComparingTo("10000");
    }

    @Test
    void shouldRefuseWhatTheAccountCannotDo() {
        Key trader = broker.newTrader("100");

        Reply dear = trader.order("buy", "limit", "B1", "10", GTC + ",\"limit_price\":\"100\"");
        Reply naked = trader.order("sell", "market", "B1", "1", DAY);
        Reply far = trader.order("buy", "limit", "B1", "1", GTC + ",\"limit_price\":\"99999\"");
        Reply huge = trader.order("buy", "limit", "B1", "1000001", GTC + ",\"limit_price\":1");
        JsonNode notNow =
                trader.place(
                        "buy", "limit", "B1", "1", ",\"time_in_force\":\"ioc\",\"limit_price\":1");

        assertThat(dear.status()).isEqualTo(403);
        assertThat(dear.message())
                .isEqualTo("insufficient buying power (requested: 1000.00, available: 100.00)");
        assertThat(naked.status()).isEqualTo(403);
        assertThat(naked.message()).contains("(requested: 1, available: 0)");
        assertThat(far.status()).isEqualTo(422);
        assertThat(far.message()).contains("must be within 10000 basis points");
        assertThat(huge.status()).isEqualTo(422);
        assertThat(huge.message()).isEqualTo("qty: must be at most 1000000, was 1000001");
        assertThat(notNow.path("status").asString()).isEqualTo("canceled");
        assertThat(notNow.path("reason").asString()).isEqualTo("not_fillable_now");
        assertThat(account(trader, "cash")).isEqualByComparingTo("100");
        assertThat(account(trader, "reserved")).isEqualByComparingTo("0");
        assertThat(trader.get("/v2/account/activities").json()).isEmpty();
    }

    @Test
    void shouldCloseAllAndShowMoneyAsTheTradesSay() {
        Key trader = broker.newTrader("10000");
        price("A2", "30.00");
        price("B2", "50.00");
        trader.place("buy", "market", "A2", "10", DAY);
        trader.place("buy", "market", "B2", "20", DAY);
        trader.place("buy", "limit", "B2", "1", GTC + ",\"limit_price\":\"40\"");
        price("A2", "33.00");

        Reply part = trader.send("DELETE", "/v2/positions/A2?percentage=50", null);
        Reply all = trader.send("DELETE", "/v2/positions?cancel_orders=true", null);

        assertThat(part.status()).as(part.response().body()).isEqualTo(200);
        assertThat(part.text("qty")).isEqualTo("5");
        assertThat(all.status()).isEqualTo(207);
        assertThat(all.json().findValuesAsString("symbol")).contains("A2", "B2");
        all.json().forEach(result -> assertThat(result.path("status").asInt()).isEqualTo(200));
        assertThat(trader.get("/v2/positions").json()).isEmpty();
        assertThat(trader.get("/v2/orders").json()).isEmpty();
        assertThat(account(trader, "cash")).isEqualByComparingTo("10030");
        assertThat(account(trader, "equity")).isEqualByComparingTo("10030");
    }

    @Test
    void shouldPayInHaltAndEndKeys() {
        Key trader = broker.newTrader("100");
        Key admin = broker.admin();
        String deposits = "/v2/admin/traders/" + trader.traderId() + "/deposits";
        String deposit = "{\"amount\":\"50.50\",\"idempotency_key\":\"one\"}";
        String halt = "{\"halted\":%s,\"trader_id\":\"" + trader.traderId() + "\"}";

        admin.send("POST", deposits, deposit);
        Reply again = admin.send("POST", deposits, deposit);
        Reply halted = admin.send("PUT", "/v2/admin/halt", halt.formatted("true"));
        Reply refused = trader.order("buy", "limit", "C1", "1", GTC + ",\"limit_price\":\"10\"");
        admin.send("PUT", "/v2/admin/halt", halt.formatted("false"));
        Reply taken = trader.order("buy", "limit", "C1", "1", GTC + ",\"limit_price\":\"10\"");
        Reply ended = admin.send("DELETE", "/v2/admin/keys/" + trader.keyId(), null);

        assertThat(again.text("cash")).isEqualTo("150.50");
        assertThat(halted.status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message()).isEqualTo("trading is halted");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(ended.status()).isEqualTo(204);
        Reply.await(() -> trader.get("/v2/account"), reply -> reply.status() == 401);
    }

    @Test
    void shouldTellPricesStatisticsBarsAndHealth() {
        Key trader = broker.newTrader("1");
        price("C2", "12.50");
        price("C2", "12.75");

        Reply last = trader.get("/v2/stocks/C2/price");
        Reply.await(
                () -> trader.get("/v2/stocks/C2/price"),
                reply -> reply.text("price").equals("12.75"));
        Reply statistics = trader.get("/v2/stocks/C2/statistics");

        assertThat(last.status()).isEqualTo(200);
        assertThat(statistics.text("last")).isEqualTo("12.75");
        assertThat(statistics.text("high")).isEqualTo("12.75");
        Reply.await(
                () -> trader.get("/v2/stocks/C2/bars?timeframe=1Sec"),
                reply -> !reply.json().path("bars").isEmpty());
        assertThat(trader.get("/v2/assets/C2").text("exchange")).isEqualTo(code + "2");
        assertThat(trader.get("/v2/ping").status()).isEqualTo(204);
        assertThat(broker.readiness().text("status")).isEqualTo("UP");
    }

    @Test
    void shouldPushUpdatesAndWhatWasMissed() {
        Key trader = broker.newTrader("10000");
        Key stranger = broker.newTrader("10000");
        price("C1", "12.00");
        String limitPrice = GTC + ",\"limit_price\":\"11\"";
        String last;
        String market;
        String limit;

        try (Pushed strange = stranger.listen(null)) {
            try (Pushed stream = trader.listen(null)) {
                market = trader.place("buy", "market", "C1", "10", DAY).path("id").asString();
                limit = trader.place("buy", "limit", "C1", "5", limitPrice).path("id").asString();
                trader.send("DELETE", "/v2/orders/" + limit, null);

                update(stream, "new", market);
                JsonNode fill = update(stream, "fill", market);
                update(stream, "new", limit);
                JsonNode canceled = update(stream, "canceled", limit);
                assertThat(fill.path("price").asString()).isEqualTo("12.00");
                assertThat(fill.path("qty").asString()).isEqualTo("10");
                assertThat(fill.path("position_qty").asString()).isEqualTo("10");
                assertThat(fill.path("execution_id").asString()).hasSize(36);
                assertThat(canceled.has("price")).isFalse();
                assertThat(canceled.path("order"))
                        .isEqualTo(trader.get("/v2/orders/" + limit).json());
                assertThat(fill.path("order")).isEqualTo(trader.get("/v2/orders/" + market).json());
                last = canceled.path("event_id").asString();
            }
            String missed =
                    trader.place("buy", "limit", "C1", "6", limitPrice).path("id").asString();
            try (Pushed stream = trader.listen(last)) {
                update(stream, "new", missed);
                JsonNode replaced =
                        trader.send("PATCH", "/v2/orders/" + missed, "{\"qty\":7}").json();
                update(stream, "replaced", missed);
                update(stream, "new", replaced.path("id").asString());
                assertThat(stream.rest()).isEmpty();
            }
            // All that the trader did came before it, in Kafka as on the stream.
            String own =
                    stranger.place("buy", "limit", "C1", "1", limitPrice).path("id").asString();
            update(strange, "new", own);
        }
    }

    private static JsonNode update(Pushed stream, String event, String orderId) {
        JsonNode update = stream.next("trade_updates");
        assertThat(update.path("event").asString()).as(update.toString()).isEqualTo(event);
        assertThat(update.path("order").path("id").asString()).isEqualTo(orderId);
        return update;
    }

    /** Moves a price, and waits until the broker has seen it. */
    private void price(String symbol, String price) {
        exchange.price(code + symbol.charAt(1), symbol, price);
        Reply.await(
                () -> broker.admin().get("/v2/stocks/" + symbol + "/price"),
                reply -> price.equals(reply.text("price")));
    }

    private static BigDecimal account(Key trader, String field) {
        return new BigDecimal(trader.get("/v2/account").text(field));
    }
}
