package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.Stream;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.security.Role;
import org.fogg.broker.security.StoredKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may ask for what. */
final class SecurityApiTest extends ApiTest {

    static Stream<Arguments> endpoints() {
        return Stream.of(
                arguments("GET", "/v2/ping"),
                arguments("POST", "/v2/orders"),
                arguments("GET", "/v2/orders"),
                arguments("DELETE", "/v2/orders"),
                arguments("GET", "/v2/orders/" + ALICE),
                arguments("GET", "/v2/orders:by_client_order_id?client_order_id=x"),
                arguments("PATCH", "/v2/orders/" + ALICE),
                arguments("DELETE", "/v2/orders/" + ALICE),
                arguments("GET", "/v2/positions"),
                arguments("GET", "/v2/positions/VOD.L"),
                arguments("DELETE", "/v2/positions"),
                arguments("DELETE", "/v2/positions/VOD.L"),
                arguments("GET", "/v2/account"),
                arguments("GET", "/v2/account/activities"),
                arguments("GET", "/v2/account/activities/FILL"),
                arguments("GET", "/v2/assets"),
                arguments("GET", "/v2/assets/VOD.L"),
                arguments("GET", "/v2/clock"),
                arguments("GET", "/v2/calendar"),
                arguments("GET", "/v2/stocks/VOD.L/price"),
                arguments("GET", "/v2/stocks/VOD.L/statistics"),
                arguments("GET", "/v2/stocks/VOD.L/bars"),
                arguments("POST", "/v2/admin/traders"),
                arguments("POST", "/v2/admin/traders/" + ALICE + "/deposits"),
                arguments("DELETE", "/v2/admin/keys/alice"),
                arguments("PUT", "/v2/admin/halt"),
                arguments("GET", "/v2/admin/halt"),
                arguments("GET", "/v2/admin/home"),
                arguments("PUT", "/v2/admin/home"),
                arguments("GET", "/v2/%6frders"),
                arguments("GET", "/%762/orders"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void shouldRefuseWhenKeyIsMissingOrWrong(String method, String path) {
        String before = shards.state();

        for (Reply reply :
                new Reply[] {
                    send(method, path, null, null),
                    keyed(method, path, "alice", "wrong"),
                    keyed(method, path, "alice", ""),
                    keyed(method, path, "nobody", "nobody-secret"),
                    keyed(method, path, "", "alice-secret"),
                    keyed(method, path, "k".repeat(5_000), "alice-secret"),
                    keyed(method, path, "admin", "admin-secret2"),
                    keyed(method, path, "alice", null)
                }) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo(40110000);
            assertThat(reply.message()).startsWith("unauthorized: ").contains("APCA-API-KEY-ID");
        }
        assertThat(shards.state()).isEqualTo(before);
    }

    @Test
    void shouldSayNothingWhenPinged() {
        Reply get = get("/v2/ping");
        Reply post = post("/v2/ping", null);

        assertThat(get.status()).isEqualTo(204);
        assertThat(get.response().body()).isEmpty();
        assertThat(post.status()).isEqualTo(204);
    }

    @Test
    void shouldKeepTradersFromAdministration() {
        for (Reply reply :
                new Reply[] {
                    post("/v2/admin/traders", "{\"cash\":\"1\"}"),
                    post("/v2/admin/traders/" + ALICE + "/deposits", "{\"amount\":\"1\"}"),
                    delete("/v2/admin/keys/bob"),
                    send("PUT", "/v2/admin/halt", "alice", "{\"halted\":true}"),
                    get("/v2/admin/halt")
                }) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.code()).isEqualTo(40310000);
            assertThat(reply.message()).contains("administrator's key");
        }
        assertThat(shards.received()).isEmpty();
    }

    @Test
    void shouldKeepTheAdministratorFromTrading() {
        for (String path :
                new String[] {"/v2/account", "/v2/orders", "/v2/positions", "/v2/orders/" + BOB}) {
            Reply reply = send("GET", path, "admin", null);

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.message()).contains("no trading account");
        }
        assertThat(send("GET", "/v2/assets", "admin", null).status()).isEqualTo(200);
    }

    @Test
    void shouldRefuseKeySoonAfterItsEnd() {
        stores.add(StoredKey.of("carol", "carol-secret", Role.TRADER, BOB));
        assertThat(send("GET", "/v2/account", "carol", null).status()).isEqualTo(200);

        Reply ended = send("DELETE", "/v2/admin/keys/carol", "admin", null);

        assertThat(ended.status()).isEqualTo(204);
        Deadline.await(
                Duration.ofSeconds(5),
                () -> send("GET", "/v2/account", "carol", null).status() == 401);
        assertThat(send("GET", "/v2/account", "bob", null).status()).isEqualTo(200);
        Reply unknown = send("DELETE", "/v2/admin/keys/nobody", "admin", null);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.message()).isEqualTo("key_id: there is no such key");
    }

    @Test
    void shouldAnswerWith503WhenKeysCannotBeRead() {
        stores.setAway(
                new UnavailableException("Cassandra does not answer", Duration.ofSeconds(1), true));

        Reply reply = keyed("GET", "/v2/account", "dave", "dave-secret");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo(50310000);
        assertThat(reply.message()).isEqualTo("Cassandra does not answer");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        stores.setAway(null);
        Deadline.await(
                Duration.ofSeconds(5),
                () -> keyed("GET", "/v2/account", "dave", "dave-secret").status() == 401);
    }

    private Reply keyed(String method, String path, String keyId, String secret) {
        HttpRequest.Builder request =
                request(path)
                        .header("APCA-API-KEY-ID", keyId)
                        .method(method, BodyPublishers.noBody());
        return send(secret == null ? request : request.header("APCA-API-SECRET-KEY", secret));
    }
}
