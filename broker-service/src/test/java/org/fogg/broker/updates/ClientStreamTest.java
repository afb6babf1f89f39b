package org.fogg.broker.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import org.fogg.broker.security.TestKeys;
import org.fogg.broker.web.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered to each message. */
final class ClientStreamTest {

    private static final UUID ALICE = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);
    private static final String LISTEN =
            """
            {"action":"listen","data":{"streams":["trade_updates"]}}""";
    private static final String LISTENING =
            """
            {"stream":"listening","data":{"streams":["trade_updates"]}}""";
    private static final String AUTHORIZED =
            """
            {"stream":"authorization","data":{"status":"authorized","action":"authenticate"}}""";
    private static final String UNAUTHORIZED =
            """
            {"stream":"authorization","data":{"status":"unauthorized","action":"authenticate"}}""";

    private final MemoryLog log = new MemoryLog();
    private final Recorder client = new Recorder();
    private final TestKeys keys = new TestKeys(6);
    private final Counter sent = Counter.builder("sent").register(new SimpleMeterRegistry());
    private final ClientStream stream =
            new ClientStream(
                    new ClientStream.Parts(log, keys.keys(), new StreamJson(Json.mapper()), sent),
                    client,
                    0);

    @BeforeEach
    void addKeys() {
        keys.add("alice", ALICE);
        keys.add("bob", BOB);
    }

    @Test
    void shouldAuthenticateListenAndTell() {
        take(key("alice", "alice-secret"));
        take(LISTEN);
        log.publish(BOB, new UUID(2, 1), 1);
        log.publish(ALICE, new UUID(2, 2), 1);
        log.publish(ALICE, new UUID(2, 2), 2);

        assertThat(client.messages).hasSize(4);
        assertThat(client.messages).startsWith(AUTHORIZED, LISTENING);
        assertThat(client.messages.get(2))
                .startsWith(
                        """
                        {"stream":"trade_updates","data":{"event":"new","event_id":"3-1",\
                        "at":"1970-01-01T00:00:01.000000000Z",\
                        "timestamp":"1970-01-01T00:00:01.000000000Z",\
                        "order":{"id":"00000000-0000-0002-0000-000000000002",""")
                .contains("\"limit_price\":\"71.25\"", "\"symbol\":\"VOD.L\"")
                .doesNotContain("execution_id", "position_qty");
        assertThat(client.messages.get(3))
                .startsWith("{\"stream\":\"trade_updates\",\"data\":{\"event\":\"partial_fill\"")
                .endsWith(
                        """
                        ,"execution_id":"00000000-0000-0007-0000-000000000002","price":"71.25",\
                        "qty":"1","position_qty":"5"}}""");
        assertThat(sent.count()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWrongKeysAndTheAdministrators() {
        take(key("alice", "bob-secret"));
        take(key("nobody", "alice-secret"));
        take(key("admin", "admin-secret"));
        take(LISTEN);

        assertThat(client.messages)
                .containsExactly(
                        UNAUTHORIZED,
                        UNAUTHORIZED,
                        UNAUTHORIZED,
                        """
                        {"stream":"authorization","data":{"status":"unauthorized",\
                        "action":"listen"}}""");
        assertThat(stream.caller()).isNull();
        assertThat(log.listeners()).isZero();
    }

    @Test
    void shouldListenNoMoreWhenAnotherKeyIsShown() {
        take(key("alice", "alice-secret"));
        take(LISTEN);

        take(key("alice", "wrong"));
        log.publish(ALICE, new UUID(2, 2), 1);

        assertThat(client.messages).endsWith(UNAUTHORIZED);
        assertThat(stream.caller()).isNull();
        assertThat(log.listeners()).isZero();
    }

    @Test
    void shouldTakeTheLatestListOnly() {
        take(key("alice", "alice-secret"));
        take("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\",\"other\"]}}");
        take(LISTEN);
        log.publish(ALICE, new UUID(2, 2), 1);
        take("{\"action\":\"listen\",\"data\":{\"streams\":[\"account_updates\"]}}");
        log.publish(ALICE, new UUID(2, 3), 1);

        assertThat(client.messages).hasSize(5);
        assertThat(client.messages.subList(1, 3)).containsOnly(LISTENING);
        assertThat(client.messages)
                .endsWith("{\"stream\":\"listening\",\"data\":{\"streams\":[]}}");
        assertThat(log.listeners()).isZero();
    }

    @Test
    void shouldTellWhatWasMissed() {
        log.publish(ALICE, new UUID(2, 1), 1);
        log.publish(ALICE, new UUID(2, 2), 1);
        take(key("alice", "alice-secret"));

        take(after("3-0"));
        log.publish(ALICE, new UUID(2, 3), 1);

        assertThat(client.messages).hasSize(4);
        assertThat(client.messages.get(1)).isEqualTo(LISTENING);
        assertThat(client.messages.get(2)).contains("\"event_id\":\"3-1\"");
        assertThat(client.messages.get(3)).contains("\"event_id\":\"3-2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|must be the event_id of an update of an order at home, was \\\"x\\\"",
                "east-asia:3-1|must be the event_id of an update of an order at home",
                "3|must be the event_id of an update",
                "3--1|must be the event_id of an update",
                "3-9999999999999999999|must be the event_id of an update",
                "2-0|must be the event_id of an update of this trader",
                "3-1|must be the event_id of an update that has come"
            })
    void shouldRefuseAfterByName(String after, String rule) {
        log.publish(ALICE, new UUID(2, 1), 1);
        take(key("alice", "alice-secret"));
        take(LISTEN);

        take(after(after));
        log.publish(ALICE, new UUID(2, 2), 1);

        assertThat(client.messages).hasSize(3);
        assertThat(client.messages.get(2))
                .startsWith("{\"stream\":\"error\",\"data\":{\"message\":\"data.after: ")
                .contains(rule);
        assertThat(log.listeners()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|message format is invalid: it is not well-formed JSON",
                "[]|message format is invalid: one JSON object is required",
                "null|message: is required",
                "{}|action: is required",
                "{\"action\":7}|action: must be a JSON string",
                "{\"action\":\"sing\"}|action: must be one of authenticate, listen, was",
                "{\"action\":\"authenticate\"}|data: is required",
                "{\"action\":\"authenticate\",\"data\":7}|data: must be a JSON object",
                "{\"action\":\"authenticate\",\"data\":{}}|data.key_id: is required",
                "{\"action\":\"authenticate\",\"data\":{\"key_id\":\"a\"}}|data.secret_key: is",
                "{\"action\":\"listen\",\"data\":{}}|data.streams: is required",
                "{\"action\":\"listen\",\"data\":{\"streams\":\"x\"}}|data.streams: must be",
                "{\"action\":\"listen\",\"data\":{\"streams\":[7]}}|data.streams: must be",
                "{\"action\":\"listen\",\"data\":{\"streams\":[],\"after\":\"3-0\"}}|data.after: is",
                "{\"action\":\"listen\",\"date\":{}}|is not a field of this request"
            })
    void shouldNameFieldAndRuleWhenMessageIsWrong(String message, String rule) {
        take(key("alice", "alice-secret"));

        take(message);

        assertThat(client.messages).hasSize(2);
        assertThat(client.messages.get(1)).startsWith("{\"stream\":\"error\",").contains(rule);
        assertThat(client.closes).isEmpty();
    }

    @Test
    void shouldSayThatKeysCannotBeRead() {
        keys.setAway(true);

        take(key("alice", "alice-secret"));

        assertThat(client.messages)
                .containsExactly(
                        """
                        {"stream":"error","data":{"message":"Cassandra does not answer"}}""");
    }

    @Test
    void shouldCountMessagesAsRequestsOfTheKey() {
        take(key("alice", "alice-secret"));
        for (int i = 0; i < 6; i++) {
            take(LISTEN);
        }

        assertThat(client.messages).hasSize(7);
        assertThat(client.messages.get(5)).isEqualTo(LISTENING);
        assertThat(client.messages.get(6)).contains("\"stream\":\"error\"", "rate limit exceeded");
    }

    @Test
    void shouldAnswerInBinaryWhenAskedInBinary() {
        stream.take(key("alice", "alice-secret"), true, 0);

        assertThat(client.binary).isTrue();
    }

    private void take(String message) {
        stream.take(message, false, 0);
    }

    private static String key(String keyId, String secret) {
        return """
                {"action":"authenticate","data":{"key_id":"%s","secret_key":"%s"}}"""
                .formatted(keyId, secret);
    }

    private static String after(String id) {
        return """
                {"action":"listen","data":{"streams":["trade_updates"],"after":"%s"}}"""
                .formatted(id);
    }
}
