package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever is wrong with a request has its status and code, a message that names field and rule,
 * and changes nothing.
 */
final class BadInputTest extends ApiTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String GOOD =
            """
            {"symbol":"VOD.L","qty":"10","side":"buy","type":"limit","time_in_force":"day",
             "limit_price":"71.25"}""";

    private static final String REMOVE = "(remove)";

    static List<Arguments> orders() {
        List<Arguments> cases = new ArrayList<>();
        bad(cases, "symbol", REMOVE, 40010001, "symbol: is required");
        bad(cases, "symbol", "null", 40010001, "symbol: is required");
        bad(cases, "symbol", "\"\"", 40010001, "symbol: is required");
        bad(cases, "symbol", "7", 40010001, "symbol: must be a JSON string");
        bad(cases, "symbol", "\"NOPE\"", 42210000, "symbol: asset \"NOPE\" not found");
        bad(cases, "symbol", "\"vod.l\"", 42210000, "symbol: asset \"vod.l\" not found");
        bad(cases, "qty", REMOVE, 40010001, "qty: is required");
        bad(cases, "qty", "null", 40010001, "qty: is required");
        bad(cases, "qty", "0", 40010001, "qty: must be above 0");
        bad(cases, "qty", "\"-1\"", 40010001, "qty: must be above 0");
        bad(cases, "qty", "1.5", 40010001, "qty: must be a whole number");
        bad(cases, "qty", "\"0.000000001\"", 40010001, "qty: must be a whole number");
        bad(cases, "qty", "\"9223372036854775808\"", 40010001, "qty: must be at most");
        bad(cases, "qty", "1e400", 40010001, "qty: must be at most");
        bad(cases, "qty", "1e-400", 40010001, "qty: must be a whole number");
        bad(cases, "qty", "\"ten\"", 40010001, "qty: must be a decimal number");
        bad(cases, "qty", "\"\"", 40010001, "qty: must be a decimal number");
        bad(cases, "qty", "\" 1\"", 40010001, "qty: must be a decimal number");
        bad(cases, "qty", "\"0x10\"", 40010001, "qty: must be a decimal number");
        bad(cases, "qty", "\"\\u0661\"", 40010001, "qty: must be a decimal number");
        bad(cases, "qty", "true", 40010001, "qty: must be a decimal");
        bad(cases, "qty", "[1]", 40010001, "qty: must be a decimal");
        bad(cases, "qty", "{\"a\":1}", 40010001, "qty: must be a decimal");
        bad(cases, "notional", "\"100\"", 42210000, "notional: is not supported");
        bad(cases, "side", REMOVE, 40010001, "side: is required");
        bad(cases, "side", "\"hold\"", 40010001, "side: must be one of buy, sell");
        bad(cases, "side", "\"BUY\"", 40010001, "side: must be one of buy, sell");
        bad(cases, "type", REMOVE, 40010001, "type: is required");
        bad(cases, "type", "\"iceberg\"", 40010001, "type: must be one of market");
        bad(cases, "type", "\"trailing_stop\"", 42210000, "type: trailing_stop is not supported");
        bad(cases, "type", "\"market\"", 40010001, "limit_price: must be absent for a market");
        bad(cases, "type", "\"stop\"", 40010001, "limit_price: must be absent for a stop");
        bad(cases, "type", "\"stop_limit\"", 40010001, "stop_price: is required for a stop_limit");
        bad(cases, "time_in_force", REMOVE, 40010001, "time_in_force: is required");
        bad(cases, "time_in_force", "\"ever\"", 40010001, "time_in_force: must be one of day");
        bad(cases, "time_in_force", "\"opg\"", 42210000, "time_in_force: opg is not supported");
        bad(cases, "time_in_force", "\"cls\"", 42210000, "time_in_force: cls is not supported");
        bad(cases, "limit_price", REMOVE, 40010001, "limit_price: is required for a limit");
        bad(cases, "limit_price", "0", 40010001, "limit_price: must be above 0");
        bad(cases, "limit_price", "-5", 40010001, "limit_price: must be above 0");
        bad(
                cases,
                "limit_price",
                "290.123",
                42210000,
                "invalid limit_price 290.123. sub-penny increment does not fulfill minimum pricing"
                        + " criteria: limit_price must be a multiple of 0.01");
        bad(cases, "limit_price", "71.25000001", 42210000, "must be a multiple of 0.01");
        bad(cases, "limit_price", "\"1e30\"", 40010001, "limit_price: must be at most");
        bad(cases, "limit_price", "99999999999999999999", 40010001, "limit_price: must be at most");
        bad(cases, "limit_price", "\"NaN\"", 40010001, "limit_price: must be a decimal number");
        bad(cases, "stop_price", "70", 40010001, "stop_price: must be absent for a limit");
        bad(cases, "trail_price", "1", 42210000, "trail_price: is not supported");
        bad(cases, "trail_percent", "1", 42210000, "trail_percent: is not supported");
        bad(cases, "extended_hours", "true", 42210000, "extended_hours: true is not supported");
        bad(cases, "extended_hours", "\"yes\"", 40010001, "extended_hours: must be true or false");
        bad(cases, "order_class", "\"bracket\"", 42210000, "order_class: \"bracket\"");
        bad(cases, "order_class", "\"oco\"", 42210000, "order_class: \"oco\"");
        bad(cases, "take_profit", "{\"limit_price\":1}", 42210000, "take_profit: is not");
        bad(cases, "stop_loss", "{\"stop_price\":1}", 42210000, "stop_loss: is not supported");
        bad(cases, "legs", "[]", 42210000, "legs: is not supported");
        bad(cases, "advanced_instructions", "{}", 42210000, "advanced_instructions: is not");
        bad(cases, "position_intent", "\"sell_to_open\"", 42210000, "position_intent: ");
        bad(cases, "client_order_id", "\"\"", 40010001, "client_order_id: must have 1 to 128");
        bad(
                cases,
                "client_order_id",
                "\"" + "x".repeat(129) + "\"",
                40010001,
                "client_order_id: must have 1 to 128 characters, has 129");
        bad(cases, "client_order_id", "\"a\\nb\"", 40010001, "client_order_id: must have print");
        bad(cases, "client_order_id", "\"a\\u0000\"", 40010001, "client_order_id: must have");
        bad(cases, "client_order_id", "\"\\ud83d\\ude00\"", 40010001, "client_order_id: must");
        bad(cases, "client_order_id", "5", 40010001, "client_order_id: must be a JSON string");
        bad(cases, "limt_price", "1", 40010001, "\"limt_price\": is not a field");
        return cases;
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("orders")
    void shouldRefuseOrderWhenFieldBreaksItsRule(
            String field, String value, int code, String message) {
        String body = with(field, value);

        check(() -> post("/v2/orders", body), 422, code, message);
    }

    static List<Arguments> bodies() {
        return List.of(
                arguments("{", "not well-formed JSON"),
                arguments("", "a JSON object is required"),
                arguments("null", "a JSON object is required"),
                arguments("[]", "one JSON object is required"),
                arguments("\"text\"", "one JSON object is required"),
                arguments("7", "one JSON object is required"),
                arguments("{\"qty\":\"1\"}x", "not well-formed JSON"),
                arguments("{\"qty\":\"1\"}{}", "one JSON object is required"),
                arguments("{\"qty\":1,\"qty\":2}", "not well-formed JSON"),
                arguments("{'qty':1}", "not well-formed JSON"),
                arguments("{\"qty\":01}", "not well-formed JSON"),
                arguments("{\"qty\":NaN}", "not well-formed JSON"),
                arguments("{\"qty\":" + "1".repeat(100) + "}", "a number at most 64 characters"),
                arguments("{\"" + "q".repeat(300) + "\":1}", "a name at most 256"),
                arguments("{\"legs\":" + "[".repeat(40) + "]".repeat(40) + "}", "at most 16"),
                arguments("{\"legs\":" + "[".repeat(30_000), "at most 16 levels"),
                arguments("{\"symbol\":\"\u00e9\ud83d", "not well-formed JSON"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void shouldRefuseOrderWhenBodyIsNotJson(String body, String message) {
        check(() -> post("/v2/orders", body), 400, 40010000, message);
        check(() -> patch("/v2/orders/" + ALICE, body), 400, 40010000, message);
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("/v2/orders?status=new", "status: must be one of all, closed, open"),
                arguments("/v2/orders?limit=0", "limit: must be a whole number from 1 to 500"),
                arguments("/v2/orders?limit=501", "limit: must be a whole number from 1 to 500"),
                arguments("/v2/orders?limit=ten", "limit: must be a whole number from 1 to 500"),
                arguments("/v2/orders?limit=-5", "limit: must be a whole number from 1 to 500"),
                arguments("/v2/orders?limit=99999999999", "limit: must be a whole number"),
                arguments("/v2/orders?after=yesterday", "after: must be a time of RFC 3339"),
                arguments("/v2/orders?until=2026-13-01", "until: must be a time of RFC 3339"),
                arguments("/v2/orders?until=9999-12-31", "until: must be a time of RFC 3339"),
                arguments("/v2/orders?direction=up", "direction: must be one of asc, desc"),
                arguments("/v2/orders?nested=perhaps", "nested: must be one of false, true"),
                arguments("/v2/orders?symbols=VOD.L,NOPE", "symbols: asset \"NOPE\" not found"),
                arguments("/v2/orders?side=both", "side: must be one of buy, sell"),
                arguments("/v2/orders?asset_class=gold", "asset_class: must be one of"),
                arguments("/v2/orders?before_order_id=7", "before_order_id: must be a UUID"),
                arguments(
                        "/v2/orders?after_order_id=" + BOB, "after_order_id: must be one of your"),
                arguments("/v2/orders?statuss=open", "\"statuss\": is not a parameter"),
                arguments("/v2/orders?limit=5&limit=6", "limit: must be given once"),
                arguments("/v2/orders/not-a-uuid", "order_id: must be a UUID"),
                arguments("/v2/orders/" + ALICE + "?nested=x", "nested: must be one of"),
                arguments("/v2/orders:by_client_order_id", "client_order_id: is required"),
                arguments(
                        "/v2/orders:by_client_order_id?client_order_id=", "client_order_id: must"),
                arguments("/v2/account/activities?direction=x", "direction: must be one of"),
                arguments("/v2/account/activities?page_size=101", "page_size: must be a whole"),
                arguments("/v2/account/activities?page_token=x", "page_token: must be the id of"),
                arguments(
                        "/v2/account/activities?page_token="
                                + "20269921143000123::00000000-0000-8001-8000-000000000000",
                        "page_token: must be the id of"),
                arguments("/v2/account/activities?date=today", "date: must be a date"),
                arguments(
                        "/v2/account/activities?date=2026-11-21&after=2026-11-20",
                        "date: must be absent where after or until is given"),
                arguments("/v2/account/activities?category=odd", "category: must be one of"),
                arguments("/v2/account/activities?activity_types=fill", "activity_types: must be"),
                arguments("/v2/account/activities/fill", "activity_types: must be"),
                arguments("/v2/assets?status=gone", "status: must be one of"),
                arguments("/v2/calendar?start=2026-02-30", "start: must be a date"),
                arguments("/v2/calendar?start=2026-02-02&end=2026-02-01", "end: must not be"),
                arguments("/v2/calendar?start=1026-02-02&end=2026-02-01", "end: must be at most"),
                arguments("/v2/calendar?start=%2B999999999-12-31", "start: must be a date"),
                arguments("/v2/stocks/VOD.L/bars?timeframe=1Day", "timeframe: must be one of"),
                arguments("/v2/stocks/VOD.L/bars?limit=10001", "limit: must be a whole number"),
                arguments("/v2/stocks/VOD.L/bars?start=x", "start: must be a time of RFC 3339"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void shouldRefuseListWhenParameterBreaksItsRule(String path, String message) {
        check(() -> get(path), 422, 40010001, message);
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                arguments("/v2/orders/" + BOB, "order not found: " + BOB),
                arguments("/v2/orders:by_client_order_id?client_order_id=x", "order not found"),
                arguments("/v2/assets/NOPE", "asset not found for \"NOPE\""),
                arguments("/v2/assets/" + BOB, "asset not found for"),
                arguments("/v2/positions/NOPE", "asset not found for \"NOPE\""),
                arguments("/v2/positions/VOD.L", "position does not exist for VOD.L"),
                arguments("/v2/stocks/NOPE/price", "asset not found for \"NOPE\""),
                arguments("/v2/stocks/NOPE/statistics", "asset not found for \"NOPE\""),
                arguments("/v2/stocks/NOPE/bars", "asset not found for \"NOPE\""),
                arguments("/v2/nothing", "path: there is nothing here"),
                arguments("/nothing", "path: there is nothing here"),
                arguments("/error", "path: there is nothing here"),
                arguments("/actuator/health", "path: there is nothing here"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void shouldSayThatNothingIsThere(String path, String message) {
        check(() -> get(path), 404, 40410000, message);
    }

    static Stream<Arguments> closings() {
        return Stream.of(
                arguments("?qty=0", 422, 40010001, "qty: must be above 0"),
                arguments("?qty=1.5", 422, 40010001, "qty: must be a whole number"),
                arguments("?percentage=0", 422, 40010001, "percentage: must be above 0"),
                arguments("?percentage=101", 422, 40010001, "percentage: must be above 0 and at"),
                arguments("?percentage=1e-10", 422, 40010001, "percentage: must have at most 9"),
                arguments("?qty=1&percentage=5", 422, 40010001, "percentage: must be absent"),
                arguments("", 404, 40410000, "position does not exist"));
    }

    @ParameterizedTest
    @MethodSource("closings")
    void shouldRefuseToClosePosition(String query, int status, int code, String message) {
        check(() -> delete("/v2/positions/VOD.L" + query), status, code, message);
    }

    @Test
    void shouldRefuseChangeWhenNothingOrTheWrongThingChanges() {
        String id = post("/v2/orders", GOOD).text("id");
        String path = "/v2/orders/" + id;

        check(() -> patch(path, "{}"), 422, 40010001, "one of them is required");
        check(() -> patch(path, "{\"qty\":0}"), 422, 40010001, "qty: must be above 0");
        check(() -> patch(path, "{\"stop_price\":5}"), 422, 40010001, "stop_price: must be absent");
        check(() -> patch(path, "{\"limit_price\":5.001}"), 422, 42210000, "sub-penny");
        check(() -> patch(path, "{\"trail\":5}"), 422, 42210000, "trail: ");
        check(() -> patch(path, "{\"time_in_force\":\"ioc\"}"), 422, 40010001, "time_in_force: ");
        check(() -> patch(path, "{\"symbol\":\"VOD.L\"}"), 422, 40010001, "\"symbol\": is not");
    }

    @Test
    void shouldRefuseStopThatMustTradeAtOnce() {
        String body =
                """
                {"symbol":"VOD.L","qty":"1","side":"buy","type":"stop","time_in_force":"ioc",
                 "stop_price":"101"}""";

        check(() -> post("/v2/orders", body), 422, 42210000, "time_in_force: must be day or gtc");
    }

    @Test
    void shouldAcceptPricesBelowADollarDownToTheStocksIncrement() {
        Reply reply =
                post(
                        "/v2/orders",
                        """
                        {"symbol":"PENNY","qty":"1","side":"buy","type":"limit",
                         "time_in_force":"day","limit_price":0.4999}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("limit_price")).isEqualTo("0.4999");
    }

    @Test
    void shouldRefuseWrongContentType() {
        for (String type : new String[] {"text/plain", "application/xml", "nonsense", ""}) {
            check(
                    () ->
                            send(
                                    authenticated("/v2/orders")
                                            .header("Content-Type", type)
                                            .POST(BodyPublishers.ofString(GOOD))),
                    415,
                    41510000,
                    "Content-Type: must be application/json");
        }
        check(
                () -> send(authenticated("/v2/orders").POST(BodyPublishers.ofString(GOOD))),
                415,
                41510000,
                "Content-Type: must be application/json");
    }

    @Test
    void shouldAcceptJsonWithCharset() {
        Reply reply =
                send(
                        authenticated("/v2/orders")
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(BodyPublishers.ofString(GOOD)));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void shouldAcceptAnyContentTypeWhenThereIsNoBody() {
        for (String type : new String[] {"", "application/json", "text/plain"}) {
            for (String path : new String[] {"/v2/orders", "/v2/positions"}) {
                assertThat(send(authenticated(path).header("Content-Type", type).DELETE()).status())
                        .isEqualTo(207);
                assertThat(send(authenticated(path).header("Content-Type", type).GET()).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void shouldRefuseHugeBodyWhetherItsLengthIsToldOrNot() {
        String huge = with("client_order_id", "\"" + "x".repeat(70_000) + "\"");

        check(() -> post("/v2/orders", huge), 413, 41310000, "must be at most 65536 bytes");
        check(
                () ->
                        send(
                                authenticated("/v2/orders")
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.fromPublisher(
                                                        BodyPublishers.ofString(huge)))),
                413,
                41310000,
                "must be at most 65536 bytes");
    }

    @Test
    void shouldSayWhichMethodsAreAllowed() {
        Map<String, String> wrong =
                Map.of(
                        "PUT", "/v2/orders",
                        "PATCH", "/v2/account",
                        "POST", "/v2/positions",
                        "DELETE", "/v2/assets");

        wrong.forEach(
                (method, path) -> {
                    Reply reply = check(() -> send(method, path, "alice", null), 405, 40510000, "");
                    assertThat(reply.header("Allow")).contains("GET");
                });
    }

    @Test
    void shouldKeepTheErrorsShapeForWhatNoControllerSees() throws IOException {
        assertThat(raw("GET /v2/orders/..%2f..%2fetc HTTP/1.1\r\nHost: x\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"code\":40010000,\"message\":\"request: ");
        assertThat(raw("GET /v2//orders HTTP/1.1\r\nHost: x\r\n")).contains("\"code\":40010000");
        assertThat(raw("GET /v2/orders;x=1 HTTP/1.1\r\nHost: x\r\n")).contains("\"code\":40010000");
        assertThat(raw("GET /v2/<> HTTP/1.1\r\nHost: x\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"code\":40010000,\"message\":\"request: ");
        assertThat(raw("NONSENSE\r\n")).contains("\"code\":40010000");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nBig: " + "x".repeat(40_000) + "\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":40010000");
        assertThat(raw("TRACE /v2/orders HTTP/1.1\r\nHost: x\r\n")).contains("\"code\":");
    }

    private Reply check(Supplier<Reply> request, int status, int code, String message) {
        String before = shards.state();

        Reply reply = request.get();

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.message()).contains(message);
        assertThat(reply.response().body())
                .doesNotContain("Exception", "org.fogg", "org.springframework", "\\tat ");
        assertThat(shards.state()).as("what the shards have").isEqualTo(before);
        return reply;
    }

    private HttpRequest.Builder authenticated(String path) {
        return request(path)
                .header("APCA-API-KEY-ID", "alice")
                .header("APCA-API-SECRET-KEY", "alice-secret");
    }

    private String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(
                            (head
                                            + "APCA-API-KEY-ID: alice\r\n"
                                            + "APCA-API-SECRET-KEY: alice-secret\r\n"
                                            + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String with(String field, String value) {
        ObjectNode body = (ObjectNode) MAPPER.readTree(GOOD);
        body.remove(field);
        String rest = MAPPER.writeValueAsString((JsonNode) body);
        return value.equals(REMOVE)
                ? rest
                : "{\"" + field + "\":" + value + "," + rest.substring(1);
    }

    private static void bad(
            List<Arguments> cases, String field, String value, int code, String message) {
        cases.add(arguments(field, value, code, message));
    }
}
