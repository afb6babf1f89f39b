package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Administration. */
final class AdminApiTest extends ApiTest {

    @Test
    void shouldOpenAnAccountWithAKeyThatWorks() {
        Reply reply = admin("POST", "/v2/admin/traders", "{\"cash\":\"2500.50\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("georegion")).isEqualTo("europe");
        assertThat(reply.text("cash")).isEqualTo("2500.50");
        assertThat(reply.text("key_id")).matches("FK[A-Z2-7]{18}");
        assertThat(reply.text("secret_key")).matches("[A-Z2-7]{40}");
        assertThat(UUID.fromString(reply.text("trader_id")).version()).isEqualTo(4);
        Reply account =
                send(
                        request("/v2/account")
                                .header("APCA-API-KEY-ID", reply.text("key_id"))
                                .header("APCA-API-SECRET-KEY", reply.text("secret_key")));
        assertThat(account.status()).isEqualTo(200);
        assertThat(account.text("cash")).isEqualTo("2500.50");
    }

    @Test
    void shouldOpenAnAccountOnceWhenItIsRepeated() {
        String body = "{\"cash\":\"10\",\"trader_id\":\"ca501000-0000-4000-8000-000000000003\"}";

        Reply first = admin("POST", "/v2/admin/traders", body);
        Reply again = admin("POST", "/v2/admin/traders", body);
        Reply other = admin("POST", "/v2/admin/traders", body.replace("10\"", "11\""));

        assertThat(first.text("trader_id")).isEqualTo("ca501000-0000-4000-8000-000000000003");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("cash")).isEqualTo("10.00");
        assertThat(again.text("key_id")).isNotEqualTo(first.text("key_id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.message()).startsWith("trader_id: must be new");
    }

    @Test
    void shouldPayInOnceWhenItIsRepeated() {
        String path = "/v2/admin/traders/" + ALICE + "/deposits";

        admin("POST", path, "{\"amount\":\"5000\",\"idempotency_key\":\"pay-1\"}");
        Reply again = admin("POST", path, "{\"amount\":\"5000\",\"idempotency_key\":\"pay-1\"}");
        Reply more = admin("POST", path, "{\"amount\":0.0001}");

        assertThat(again.text("trader_id")).isEqualTo(ALICE.toString());
        assertThat(again.text("amount")).isEqualTo("5000.00");
        assertThat(again.text("cash")).isEqualTo("105000.00");
        assertThat(more.text("cash")).isEqualTo("105000.0001");
    }

    @Test
    void shouldHaltAndResume() {
        assertThat(admin("GET", "/v2/admin/halt", null).text("halted")).isEqualTo("false");

        Reply halted = admin("PUT", "/v2/admin/halt", "{\"halted\":true}");

        assertThat(halted.response().body()).isEqualTo("{\"halted\":true,\"trader_id\":null}");
        assertThat(admin("GET", "/v2/admin/halt", null).text("halted")).isEqualTo("true");
        admin("PUT", "/v2/admin/halt", "{\"halted\":false}");
        assertThat(admin("GET", "/v2/admin/halt", null).text("halted")).isEqualTo("false");
    }

    @Test
    void shouldHaltOneTrader() {
        String body = "{\"halted\":true,\"trader_id\":\"" + ALICE + "\"}";

        Reply halted = admin("PUT", "/v2/admin/halt", body);

        assertThat(halted.text("trader_id")).isEqualTo(ALICE.toString());
        assertThat(admin("GET", "/v2/admin/halt?trader_id=" + ALICE, null).text("halted"))
                .isEqualTo("true");
        assertThat(admin("GET", "/v2/admin/halt?trader_id=" + BOB, null).text("halted"))
                .isEqualTo("false");
        assertThat(admin("GET", "/v2/admin/halt", null).text("halted")).isEqualTo("false");
        assertThat(get("/v2/account").json().path("trading_blocked").asBoolean()).isTrue();
    }

    static Stream<Arguments> badRequests() {
        String deposits = "/v2/admin/traders/" + ALICE + "/deposits";
        String nobody = "/v2/admin/traders/" + new UUID(1, 1) + "/deposits";
        return Stream.of(
                arguments("POST", "/v2/admin/traders", "{}", 422, "cash: is required"),
                arguments("POST", "/v2/admin/traders", "{\"cash\":-1}", 422, "cash: must be 0 or"),
                arguments(
                        "POST", "/v2/admin/traders", "{\"cash\":1.00001}", 422, "cash: must have"),
                arguments("POST", "/v2/admin/traders", "{\"cash\":1e15}", 422, "cash: must be at"),
                arguments(
                        "POST",
                        "/v2/admin/traders",
                        "{\"cash\":1,\"trader_id\":\"me\"}",
                        422,
                        "trader_id: must be a UUID"),
                arguments(
                        "POST",
                        "/v2/admin/traders",
                        "{\"cash\":1,\"trader_id\":\"00000000-0000-0000-0000-000000000000\"}",
                        422,
                        "trader_id: must not be the nil UUID"),
                arguments("POST", "/v2/admin/traders", "{\"gold\":1}", 422, "\"gold\": is not a"),
                arguments("POST", "/v2/admin/traders", "{", 400, "not well-formed JSON"),
                arguments("POST", deposits, "{}", 422, "amount: is required"),
                arguments("POST", deposits, "{\"amount\":0}", 422, "amount: must be above 0"),
                arguments("POST", deposits, "{\"amount\":\"-5\"}", 422, "amount: must be above 0"),
                arguments(
                        "POST",
                        deposits,
                        "{\"amount\":1,\"idempotency_key\":\"\"}",
                        422,
                        "idempotency_key: must have 1 to 128"),
                arguments("POST", nobody, "{\"amount\":1}", 404, "account not found"),
                arguments("PUT", "/v2/admin/halt", "{}", 422, "halted: is required"),
                arguments("PUT", "/v2/admin/halt", "{\"halted\":1}", 422, "halted: must be true"),
                arguments("GET", "/v2/admin/halt?trader_id=x", null, 422, "trader_id: must be a"),
                arguments(
                        "GET",
                        "/v2/admin/halt?trader_id=" + new UUID(1, 1),
                        null,
                        404,
                        "account not found"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void shouldRefuseBadRequest(
            String method, String path, String body, int status, String message) {
        Reply reply = admin(method, path, body);

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
        assertThat(reply.message()).contains(message);
        assertThat(get("/v2/account").text("cash")).isEqualTo("100000.00");
    }

    private Reply admin(String method, String path, String body) {
        return send(method, path, "admin", body);
    }
}
