package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.command.UnavailableException;
import org.fogg.contracts.Ids;
import org.fogg.core.order.Reason;
import org.junit.jupiter.api.Test;

/** Orders, from the outside. */
final class OrderApiTest extends ApiTest {

    private static final String LIMIT =
            """
            {"symbol":"VOD.L","qty":"10","side":"buy","type":"limit","time_in_force":"day",
             "limit_price":"71.25","client_order_id":"%s"}""";

    @Test
    void shouldAnswerWithEveryFieldWhenOrderIsPlaced() {
        Reply reply = post("/v2/orders", LIMIT.formatted("first"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("id")).isEqualTo(Ids.orderId(ALICE, "first").toString());
        assertThat(reply.text("client_order_id")).isEqualTo("first");
        assertThat(reply.text("symbol")).isEqualTo("VOD.L");
        assertThat(reply.text("asset_id")).isEqualTo(Assets.idOf("VOD.L").toString());
        assertThat(reply.text("asset_class")).isEqualTo("us_equity");
        assertThat(reply.text("qty")).isEqualTo("10");
        assertThat(reply.text("filled_qty")).isEqualTo("0");
        assertThat(reply.text("type")).isEqualTo("limit");
        assertThat(reply.text("order_type")).isEqualTo("limit");
        assertThat(reply.text("side")).isEqualTo("buy");
        assertThat(reply.text("time_in_force")).isEqualTo("day");
        assertThat(reply.text("limit_price")).isEqualTo("71.25");
        assertThat(reply.text("status")).isEqualTo("new");
        assertThat(reply.text("order_class")).isEmpty();
        assertThat(reply.text("created_at")).isEqualTo("2026-11-21T14:30:00.000000123Z");
        assertThat(reply.text("expires_at")).isEqualTo("2026-11-22T00:00:00.000000000Z");
        for (String absent :
                new String[] {
                    "stop_price",
                    "filled_avg_price",
                    "filled_at",
                    "canceled_at",
                    "expired_at",
                    "failed_at",
                    "replaced_at",
                    "replaced_by",
                    "replaces",
                    "notional",
                    "legs",
                    "trail_price",
                    "trail_percent",
                    "hwm",
                    "reason"
                }) {
            assertThat(reply.json().has(absent)).as(absent).isTrue();
            assertThat(reply.json().get(absent).isNull()).as(absent).isTrue();
        }
        assertThat(reply.json().get("extended_hours").asBoolean()).isFalse();
    }

    @Test
    void shouldShowTheFillWhenMarketOrderTrades() {
        Reply reply =
                post(
                        "/v2/orders",
                        """
                        {"symbol":"VOD.L","qty":3,"side":"buy","type":"market",
                         "time_in_force":"ioc"}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo("filled");
        assertThat(reply.text("filled_qty")).isEqualTo("3");
        assertThat(reply.text("filled_avg_price")).isEqualTo("100.00");
        assertThat(reply.text("expires_at")).isNull();
        assertThat(UUID.fromString(reply.text("client_order_id"))).isNotNull();
    }

    @Test
    void shouldEndDayOrdersAtMidnightOfTheExchangesPlace() {
        Reply reply =
                post(
                        "/v2/orders",
                        """
                        {"symbol":"TYT.T","qty":"1","side":"buy","type":"stop",
                         "time_in_force":"day","stop_price":"25.00"}""");

        assertThat(reply.text("expires_at")).isEqualTo("2026-11-21T15:00:00.000000000Z");
    }

    @Test
    void shouldEndGtcOrdersAfterNinetyDays() {
        Reply reply = post("/v2/orders", LIMIT.formatted("gtc").replace("day", "gtc"));

        assertThat(reply.text("expires_at")).isEqualTo("2027-02-19T14:30:00.000000123Z");
    }

    @Test
    void shouldAnswerWithTheSameOrderWhenItIsRepeated() {
        Reply first = post("/v2/orders", LIMIT.formatted("again"));
        Reply second = post("/v2/orders", LIMIT.formatted("again"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void shouldShowTheOrderThatTheTableHasWhenTheShardOnlyKnowsIt() {
        Reply first = post("/v2/orders", LIMIT.formatted("old"));
        shards.refuseNext(Reason.NONE, 0, 0);

        Reply again = post("/v2/orders", LIMIT.formatted("old"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void shouldAskToTryAgainWhenTheTableDoesNotHaveAnOrderThatTheShardKnows() {
        shards.refuseNext(Reason.NONE, 0, 0);

        Reply reply = post("/v2/orders", LIMIT.formatted("gone"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("client_order_id")).isEqualTo("gone");
    }

    @Test
    void shouldSayThatAnOrderIsClosedWhenItsShardNoLongerKnowsIt() {
        String path = "/v2/orders/" + post("/v2/orders", LIMIT.formatted("done")).text("id");
        delete(path);
        shards.refuseNext(Reason.UNKNOWN_ORDER, 0, 0);

        Reply replaced = patch(path, "{\"qty\":\"5\"}");

        assertThat(replaced.status()).isEqualTo(422);
        assertThat(replaced.message()).contains("its status is \"canceled\"");
        shards.refuseNext(Reason.UNKNOWN_ORDER, 0, 0);
        assertThat(delete(path).status()).isEqualTo(422);
    }

    @Test
    void shouldRefuseWhenClientOrderIdNamesAnotherOrder() {
        post("/v2/orders", LIMIT.formatted("once"));
        Reply reply = post("/v2/orders", LIMIT.formatted("once").replace("\"10\"", "\"11\""));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo(40010001);
        assertThat(reply.message()).startsWith("client_order_id must be unique");
    }

    @Test
    void shouldFindOrdersByIdAndByClientOrderId() {
        Reply placed = post("/v2/orders", LIMIT.formatted("find me"));

        Reply byId = get("/v2/orders/" + placed.text("id") + "?nested=true");
        Reply byName = get("/v2/orders:by_client_order_id?client_order_id=find%20me");

        assertThat(byId.json()).isEqualTo(placed.json());
        assertThat(byName.json()).isEqualTo(placed.json());
    }

    @Test
    void shouldHideSomeoneElsesOrder() {
        String id = post("/v2/orders", LIMIT.formatted("mine")).text("id");
        String before = shards.state();

        for (Reply reply :
                new Reply[] {
                    send("GET", "/v2/orders/" + id, "bob", null),
                    send("DELETE", "/v2/orders/" + id, "bob", null),
                    send("PATCH", "/v2/orders/" + id, "bob", "{\"qty\":\"1\"}"),
                    send("GET", "/v2/orders:by_client_order_id?client_order_id=mine", "bob", null)
                }) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo(40410000);
            assertThat(reply.message()).startsWith("order not found");
        }
        assertThat(shards.state().replace("cancel", "")).contains(before.substring(0, 200));
        assertThat(get("/v2/orders/" + id).text("status")).isEqualTo("new");
    }

    @Test
    void shouldCancelOnce() {
        String id = post("/v2/orders", LIMIT.formatted("cancel me")).text("id");

        Reply first = delete("/v2/orders/" + id);
        Reply second = delete("/v2/orders/" + id);

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.response().body()).isEmpty();
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.code()).isEqualTo(42210000);
        assertThat(second.message()).contains("not cancelable").contains("canceled");
        Reply shown = get("/v2/orders/" + id);
        assertThat(shown.text("status")).isEqualTo("canceled");
        assertThat(shown.text("canceled_at")).isNotNull();
        assertThat(shown.text("reason")).isEqualTo("requested");
    }

    @Test
    void shouldReplaceAnOpenOrder() {
        String id = post("/v2/orders", LIMIT.formatted("old")).text("id");

        Reply reply =
                patch(
                        "/v2/orders/" + id,
                        """
                        {"qty":"4","limit_price":72.5,"time_in_force":"gtc",
                         "client_order_id":"new"}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("id")).isEqualTo(Ids.orderId(ALICE, "new").toString());
        assertThat(reply.text("replaces")).isEqualTo(id);
        assertThat(reply.text("qty")).isEqualTo("4");
        assertThat(reply.text("limit_price")).isEqualTo("72.50");
        assertThat(reply.text("time_in_force")).isEqualTo("gtc");
        Reply old = get("/v2/orders/" + id);
        assertThat(old.text("status")).isEqualTo("replaced");
        assertThat(old.text("replaced_by")).isEqualTo(reply.text("id"));
        assertThat(old.text("replaced_at")).isNotNull();
        Reply again = patch("/v2/orders/" + id, "{\"qty\":\"5\"}");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo(42210000);
    }

    @Test
    void shouldCancelAllOpenOrders() {
        String one = post("/v2/orders", LIMIT.formatted("one")).text("id");
        String two = post("/v2/orders", LIMIT.formatted("two")).text("id");
        post(
                "/v2/orders",
                """
                {"symbol":"VOD.L","qty":3,"side":"buy","type":"market","time_in_force":"day"}""");

        Reply reply = delete("/v2/orders");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.json()).hasSize(2);
        reply.json().forEach(result -> assertThat(result.path("status").asInt()).isEqualTo(200));
        assertThat(reply.response().body()).contains(one, two);
        assertThat(delete("/v2/orders").json()).isEmpty();
    }

    @Test
    void shouldSayWhatIsMissingWhenCashIsShort() {
        Reply reply = post("/v2/orders", LIMIT.formatted("dear").replace("\"10\"", "\"1000000\""));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo(40310000);
        assertThat(reply.message())
                .isEqualTo(
                        "insufficient buying power (requested: 100000000.00, available:"
                                + " 100000.00)");
        assertThat(reply.text("buying_power")).isEqualTo("100000.00");
    }

    @Test
    void shouldSayWhatIsMissingWhenHoldingIsShort() {
        shards.refuseNext(Reason.INSUFFICIENT_HOLDING, 10, 4);

        Reply reply = post("/v2/orders", LIMIT.formatted("short").replace("buy", "sell"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo(40310000);
        assertThat(reply.message())
                .isEqualTo("insufficient qty available for order (requested: 10, available: 4)");
    }

    @Test
    void shouldGiveTheClientOrderIdWhenTheOutcomeIsUnknown() {
        shards.setAway(
                new UnavailableException("Kafka does not answer", Duration.ofMillis(1_500), true));

        Reply reply = post("/v2/orders", LIMIT.formatted("unsure"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo(50310000);
        assertThat(reply.message()).isEqualTo("Kafka does not answer");
        assertThat(reply.text("client_order_id")).isEqualTo("unsure");
        assertThat(reply.text("outcome")).isEqualTo("unknown");
        assertThat(reply.header("Retry-After")).isEqualTo("2");
    }
}
